//! The closed word classes of English (and some German) news prose.

use crate::detect::quotation::class::Class;
use crate::detect::quotation::lexicon::List;

/// The lists, each in alphabetical order but for forms of one word; a word may stand in several.
pub(super) const WORDS: &[List] = &[
    (
        Class::PRONOUN,
        "all another anybody anyone both each either er es everybody everyone few he i ich it \
         many most neither nobody none one ones others several she sie some somebody someone that \
         they this those we which who wir you",
    ),
    (Class::PERSON, "he she"),
    (
        Class::BE,
        "am are aren't be been being is isn't was wasn't were weren't",
    ),
    (
        Class::PLURAL,
        "answer answers attacks calls charges claim claims comment comments demands doubts \
         estimates forecasts guesses hints hopes jokes labels notes offers pledges points posts \
         promises questions quotes remarks report reports rules shows signals states stresses \
         terms texts threats tweet tweets vows",
    ),
    (
        Class::AUXILIARY,
        "'d 'll 's 've am are aren't be been being can can't cannot could couldn't did didn't do \
         does doesn't don't had hadn't has hasn't have haven't is isn't may might must not ought \
         shall should shouldn't was wasn't were weren't will won't would wouldn't",
    ),
    (
        Class::ADVERB,
        "again all almost already also always both each earlier even ever first further hence \
         here herself himself however instead itself just later long merely never next now often \
         once only otherwise perhaps quite rather recently repeatedly seldom simply since so soon \
         still themselves then though thus today too twice yet",
    ),
    (
        Class::PREPOSITION,
        "about above across after against along amid among amongst around as at before behind \
         below beneath beside besides between beyond by concerning despite during except \
         following for from in including inside into like near of on onto outside over per \
         regarding since through throughout to toward towards under underneath unlike until upon \
         via with within without",
    ),
    (Class::LINK, "at for from in of on to with"),
    (
        Class::DETERMINER,
        "a all an another any both das der die each ein eine every few five four her his its many \
         most my no one our several six some ten that the their these this those three two your",
    ),
    (
        Class::CONJUNCTION,
        "aber although and as because but if nor once or since so than though und unless when \
         whereas whether while yet",
    ),
    (
        Class::OPENER,
        "dass daß how if that what when where whether which who why",
    ),
    (Class::RELATIVE, "that which who"),
    (Class::CREDITING, "according so"),
    (
        Class::TIME,
        "afternoon ago april august day december earlier evening february friday gestern heute \
         january july june last later march may monday month morning night noon november now \
         october recently saturday september sunday this thursday today tomorrow tonight tuesday \
         wednesday week weekend year yesterday",
    ),
    (
        Class::NOMINAL,
        "a an another any by each every her his in its many more most my new no of one other our \
         own recent several some such that the their these this those three to two which your",
    ),
    (
        Class::TITLE,
        "activist adm admiral adviser advisor aide ambassador analyst archbishop attorney author \
         bishop boss brig brigadier bundeskanzler bundeskanzlerin bundespräsident bürgermeister \
         bürgermeisterin candidate capt captain cardinal ceo chair chairman chairperson \
         chairwoman chancellor chief cmdr coach col colonel columnist commander commissioner \
         congressman congresswoman constable consul corporal correspondent councillor councilman \
         councilwoman counsel counselor dame delegate deputy detective director doctor dr \
         economist editor envoy expert father frau gen general gov governor herr historian imam \
         inspector journalist judge justice kanzler kanzlerin king lady lawyer leader lieutenant \
         lord lt maj major manager marshal mayor minister ministerin ministerpräsident ministers \
         miss mla mlas mna mp mpa mr mrs ms mx nominee officer pollster pope premier president prince princess \
         private prof professor prosecutor präsident queen rabbi rep reporter representative reps \
         rev reverend scientist secretary sen senator sens sergeant sgt sheriff sir sister \
         speaker spokesman spokesperson spokeswoman sprecher sprecherin strategist superintendent \
         taoiseach tánaiste undersecretary vice whip",
    ),
    (
        Class::ROLE,
        "activist actor actress adviser advisor aide ambassador analyst athlete attorney author \
         billionaire biologist boss businessman businesswoman campaigner candidate chairman chairwoman \
         chancellor chemist chief coach colonel columnist commander commentator congressman \
         congresswoman critic defendant diplomat director doctor economist engineer envoy \
         executive expert farmer founder general governor historian host journalist judge \
         lawmaker lawyer leader manager mayor minister neighbor neighbour nominee nurse officer \
         official opponent organizer owner people pharmacist physicist police politician premier \
         president priest producer professor prosecutor pundit reporter researcher resident \
         scholar scientist secretary senator sheriff singer soldier source specialist spokesman \
         spokesmen spokesperson spokeswoman student supporter survivor suspect taoiseach teacher tánaiste victim \
         voter winner witness writer",
    ),
    (
        Class::HEARER,
        "audiences colleagues everyone her him investigators it journalists lawmakers listeners \
         me people police readers reporters supporters them us viewers voters you",
    ),
    (
        Class::LINKER,
        "again also and but furthermore hence here however indeed instead later likewise \
         meanwhile moreover nevertheless nonetheless now of similarly so still then thus to today \
         yet",
    ),
    (
        Class::GIVING,
        "advance advances advanced advancing air airs aired airing deliver delivers delivered \
         delivering express expresses expressed expressing give gives gave giving issue issues \
         issued issuing lay lays laid laying make makes made making offer offers offered offering \
         post posts posted posting present presents presented presenting publish publishes \
         published publishing put puts putting raise raises raised raising reiterate reiterates \
         reiterated reiterating release releases released releasing repeat repeats repeated \
         repeating send sends sent sending set sets setting share shares shared sharing take \
         takes took taking voice voices voiced voicing",
    ),
    (
        Class::SAYING,
        "accusation allegation argument assertion assessment belief charge claim claims comment \
         concern concerns conclusion conviction fear fears hope idea notion opinion promise \
         remark statement suggestion suspicion theory view warning",
    ),
    (
        Class::BODY,
        "administration agency army association authority bank board bureau campaign center \
         centre church club commission committee company congress corp corporation council \
         country court department embassy federation foundation fund government group house inc \
         institute journal league letter ltd magazine media ministry network news newspaper \
         office organisation organization paper parliament party police poll post press report \
         senate service society statement study survey team times tribune union university \
         website",
    ),
];
