//! Which technique of which task covers a category.

use crate::detect::Category;

/// The fourteen techniques of SemEval-2020 task 11.
const OF_2020: [&str; 14] = [
    "Appeal_to_Authority",
    "Appeal_to_fear-prejudice",
    "Bandwagon,Reductio_ad_hitlerum",
    "Black-and-White_Fallacy",
    "Causal_Oversimplification",
    "Doubt",
    "Exaggeration,Minimisation",
    "Flag-Waving",
    "Loaded_Language",
    "Name_Calling,Labeling",
    "Repetition",
    "Slogans",
    "Thought-terminating_Cliches",
    "Whataboutism,Straw_Men,Red_Herring",
];

/// The twenty-three techniques of SemEval-2023 task 3.
const OF_2023: [&str; 23] = [
    "Appeal_to_Authority",
    "Appeal_to_Popularity",
    "Appeal_to_Values",
    "Appeal_to_Fear-Prejudice",
    "Flag_Waving",
    "Causal_Oversimplification",
    "False_Dilemma-No_Choice",
    "Consequential_Oversimplification",
    "Straw_Man",
    "Red_Herring",
    "Whataboutism",
    "Slogans",
    "Appeal_to_Time",
    "Conversation_Killer",
    "Loaded_Language",
    "Repetition",
    "Exaggeration-Minimisation",
    "Obfuscation-Vagueness-Confusion",
    "Name_Calling-Labeling",
    "Doubt",
    "Guilt_by_Association",
    "Appeal_to_Hypocrisy",
    "Questioning_the_Reputation",
];

/// The technique of 2020 that covers what a reader flags as `category`; a reader may also flag by a technique's name.
pub(super) fn of_2020(category: &str) -> Option<&'static str> {
    let known = Category::parse(category).and_then(Category::technique);
    known.or_else(|| OF_2020.into_iter().find(|name| *name == category))
}

/// The technique of 2023 that covers what a reader flags as `category`: what that of 2020 is called since.
pub(super) fn of_2023(category: &str) -> Option<&'static str> {
    let own = OF_2023.into_iter().find(|name| *name == category);
    own.or_else(|| renamed(of_2020(category)?))
}

/// What became of a technique of 2020; nothing where it was divided.
fn renamed(technique: &str) -> Option<&'static str> {
    let name = match technique {
        "Appeal_to_fear-prejudice" => "Appeal_to_Fear-Prejudice",
        "Black-and-White_Fallacy" => "False_Dilemma-No_Choice",
        "Exaggeration,Minimisation" => "Exaggeration-Minimisation",
        "Flag-Waving" => "Flag_Waving",
        "Name_Calling,Labeling" => "Name_Calling-Labeling",
        "Thought-terminating_Cliches" => "Conversation_Killer",
        same => same,
    };
    OF_2023.into_iter().find(|known| *known == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_technique_of_a_category_is_one_of_the_tasks() {
        for category in Category::ALL {
            let technique = category.technique();
            assert_eq!(of_2020(category.name()), technique);
            assert!(technique.is_none_or(|name| OF_2020.contains(&name)));
            let later = of_2023(category.name());
            assert_eq!(later.is_some(), technique.is_some(), "{}", category.name());
        }
        assert_eq!(of_2020("Slogans"), Some("Slogans"));
        assert_eq!(of_2023("Whataboutism"), Some("Whataboutism"));
        assert_eq!(of_2023("Whataboutism,Straw_Men,Red_Herring"), None);
        assert_eq!(of_2020("bias"), None);
    }
}
