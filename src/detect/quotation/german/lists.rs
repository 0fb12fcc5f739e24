//! The German words that credit words to somebody, and the closed classes around them.

use crate::detect::quotation::german::part::Part;

/// A verb's finite form that is its participle too: erklärt.
const BOTH: Part = Part::REPORT.and(Part::DONE);
/// A form in -en, of many or no person: sagen.
const MANY: Part = Part::REPORT.and(Part::INFINITIVE);
/// A subordinator of reported clauses.
const CLAUSE: Part = Part::SUBORDINATOR.and(Part::OPENER);

/// The lists, with single spaces between words; a word may stand in several.
pub(super) const LISTS: &[(Part, &str)] = &[
    (
        Part::REPORT,
        "ahnte ahnten antwortete antworteten argumentierte argumentierten befand befanden \
         befürchtete befürchteten begründete begründeten behauptete behaupteten bekannte \
         bekannten bekräftigte bekräftigten bemerkte bemerkten bemängelte bemängelten berichtete \
         berichteten beschied beschrieb beschrieben beteuerte beteuerten betonte betonten \
         bestritt bestritten bestätigte bestätigten bezweifelte bezweifelten bilanzierte bittet \
         bat baten beklagt beklagte beklagten beschwerte beschwerten beschuldigte drohte drohten \
         empfahl empfahlen entgegnete entgegneten ergänzte ergänzten erinnerte erinnerten \
         erklärte erklärten erläuterte erläuterten ermahnte erwiderte erwiderten erwähnte \
         erzählte erzählten erwartet erwarteten forderte forderten formulierte formulierten \
         fragte fragten freute glaubte glaubten hofft hoffte hofften höhnte informierte \
         informierten interpretierte jubelte klagt klagte klagten kommentierte kommentierten \
         konstatierte konstatierten konterte konterten kritisierte kritisierten mahnte mahnten \
         meint meinte meinten meldet meldete meldeten monierte monierten mutmaßte mutmaßten \
         notierte plädiert plädierte plädierten präzisierte prophezeite prognostizierte \
         prognostizierten reagiert reagierte resümierte rief riefen rügte rügten sagt sagte \
         sagten schilderte schilderten schimpfte schlussfolgerte schlussfolgerten schreibt \
         schrieb schrieben schwärmte schwor skandierte skandierten skandieren spekulierte \
         spottete sprach sprachen spricht titelte titelten titelt twitterte twitterten \
         unterstellte unterstrich unterstrichen urteilte urteilten verkündete verkündeten \
         verlangt verlangte verlangten verlautbarte verlautete verlautet vermeldete vermutete \
         vermuteten verriet versicherte versicherten versprach versprachen verspricht \
         verteidigte verteidigten verwies verwiesen verweist warb warnt warnte warnten \
         wetterte widersprach widersprachen wunderte würdigte witzelte zitiert zitierte \
         zitierten äußert äußerte äußerten überlegte prangerte denkt dachte \
         appellierte appellierten appelliert resümiert lauteten weiß \
         fürchtet fürchtete beschwört diktierte verfügte entschied urteilt folgerte \
         ergab ergaben ergibt besagt besagte besagten beruft berief gestand gestanden \
         gesteht beteuert vertritt vertrat bestimmt bestimmte regelt zweifelte mitteilt mitteilte mitteilten bekanntgab bekanntgaben angab angaben \
         ausführte ausführten hinzufügte ausdrückte ankündigte ankündigten hervorgeht hervorging \
         bekundete bekundeten durchblicken aussagte einräumte einräumten feststellt feststellte \
         feststellten hinwies hinwiesen vorwarf vorwarfen zusicherte klarstellte mitteilen",
    ),
    (
        BOTH,
        "argumentiert befürchtet begründet behauptet bekräftigt bemerkt bemängelt berichtet \
         bestätigt betont bezweifelt bilanziert entgegnet ergänzt erklärt erläutert ermahnt \
         erwidert erwähnt erzählt formuliert informiert interpretiert kommentiert konstatiert \
         kritisiert moniert prognostiziert resümiert schlussfolgert unterstellt verkündet \
         verlangt verlautbart vermeldet vermutet versichert verteidigt zitiert präzisiert",
    ),
    (
        Part::DONE,
        "gesagt gefordert geschrieben gemeint gemeldet gemahnt gewarnt geantwortet gefragt \
         geglaubt gehofft gerufen gesprochen getwittert geurteilt mitgeteilt angekündigt \
         bekanntgegeben bekanntgemacht hinzugefügt hingewiesen festgestellt klargestellt \
         ausgeführt zugegeben eingeräumt eingestanden angegeben ausgesagt zugesichert \
         zugesagt aufgefordert aufgerufen vorgeworfen vorgeschlagen hervorgehoben dargestellt \
         dargelegt ausgesprochen abgelehnt zurückgewiesen dementiert bestritten versprochen \
         empfohlen gebeten geäußert geklagt widersprochen verwiesen beschrieben verkündet \
         unterstrichen verraten befunden geheißen gelautet vorausgesagt angedeutet entschieden \
         beschuldigt beklagt ausgegangen angedroht gestanden angeprangert herausgestellt",
    ),
    (
        MANY,
        "sagen meinen fordern warnen berichten erklären schreiben melden betonen glauben hoffen \
         behaupten vermuten befürchten kritisieren bestätigen verlangen fragen antworten \
         versichern fürchten erwarten äußern bezweifeln argumentieren mahnen sprechen \
         rufen informieren bemängeln",
    ),
    (
        Part::NAMING.and(Part::REPORT),
        "nennt nannte nannten nennen bezeichnete bezeichneten bezeichnen bezichtigte sprach \
         sprachen spricht sprechen sprichwörtlich beschimpfte beschimpften titulierte geißelte \
         geißelten charakterisierte charakterisierten charakterisiert brandmarkte qualifizierte \
         betitelte bewertete bewerteten bewerten umschrieb wertete werteten wertet schimpfte \
         verurteilte verurteilten geißelt empfand empfanden empfindet",
    ),
    (
        Part::NAMING.and(BOTH),
        "gesprochen bezeichnet tituliert beschimpft gebrandmarkt bewertet gewertet betitelt umschrieben \
         genannt verurteilt gegeißelt kritisiert beschrieben charakterisiert",
    ),
    (
        Part::JUDGE,
        "attackierte attackierten bedauerte bedauerten begrüßte begrüßten begründete begründeten \
         lobt lobte lobten lehnte lehnten rechtfertigte rechtfertigten riet rieten \
         rät verhöhnte verspottete verteidigte wirft warf warfen werfen würdigt \
         würdigte würdigten \
         schätzte schätzten stufte stuften beanstandete befürwortete befürworteten \
         befürwortet bezweifelten dankte dankten gratulierte ehrte ehrten feierte \
         feierten pries priesen beschwor beschworen äußerte äußerten \
         verspricht versprach plädierte drohte mahnte warb \
         reagierte reagierten vergleicht verglich verglichen lud",
    ),
    (
        Part::VIEW,
        "hält hielt hielten halten sah sahen sieht sehen zeigt zeigte zeigten zeigen stufte \
         stuften betrachtet betrachtete",
    ),
    (
        Part::JUDGE.and(Part::DONE),
        "attackiert bedauert begrüßt gelobt gerechtfertigt gewürdigt verteidigt gepriesen \
         gefeiert beschworen beanstandet befürwortet verglichen eingestuft angesehen abgetan \
         zurückgewiesen abgelehnt vorgeworfen",
    ),
    (
        Part::SPLIT,
        "teilt teilte teilten teilen gibt gab gaben geben fügt fügte fügten stellt stellte \
         stellten stellen führt führte führten führen weist wies wiesen weisen kündigt kündigte \
         kündigten kündigen räumt räumte räumten räumen geht ging gingen gehen wirft warf \
         warfen werfen drückt drückte drückten lehnt lehnte lehnten setzt setzte setzten hebt \
         hob hoben merkt merkte merkten deutet deutete deuteten sagt sagte sagten sichert \
         sicherte sicherten legt legte legten bringt brachte brachten spricht sprach sprachen \
         schlägt schlug schlugen ruft rief riefen fordert forderte forderten \
         droht drohte drohten hält hielt hielten klagt klagte klagten schloss meldet meldete \
         meldeten verleiht verlieh macht machte machten prangert prangerte prangerten",
    ),
    (Part::REPORT, "fordert"),
    (
        Part::RUNS,
        "heißt hieß heiße lautet lautete lauten lauteten laute steht stand",
    ),
    (
        Part::PARTICLE,
        "mit bekannt an hinzu fest klar aus hin ein vor zu hervor entgegen ab dar zurück auf \
         fort bei darauf davon schluss ausdruck bedenken protokoll wort worten heraus",
    ),
    (
        Part::SUBJUNCTIVE,
        "sei seien habe werde könne müsse solle dürfe wolle möge gebe gehe stehe komme sehe \
         lasse bleibe finde halte liege nehme bringe wisse bestehe handele handle brauche \
         gelte führe trage stelle zeige mache sage spreche laufe treffe helfe gehöre erhalte \
         erwarte bedeute biete diene drohe enthalte entstehe erfolge erfülle ergebe erkläre \
         fehle folge fordere fühle glaube hoffe kenne lebe leide leiste lehne liefere meine \
         nutze plane rechne reiche scheine schade setze sinke spiele steige stimme suche \
         teile trete unterstütze verfüge verlange verletze verliere versuche vertrete verwende \
         wachse warte wirke zähle ziehe besitze beruhe beginne bekomme berge betreibe beziehe \
         tue denke lerne kämpfe freue befinde arbeite berichte verstoße vernichte zerstöre \
         lenke dauere gefährde verhindere ermögliche existiere basiere rechtfertige betrage \
         befürchte gefalle gelinge geschehe verdiene begrüße bedauere reagiere weise weiche \
         verbiete müssten",
    ),
    (
        Part::UNREAL,
        "wäre wären hätte hätten würde würden könnte könnten müsste dürfte dürften gäbe gäben \
         käme kämen ginge stünde stünden ließe ließen bliebe",
    ),
    (
        Part::FINITE,
        "ist sind war waren hat haben hatte hatten wird werden wurde wurden kann können konnte \
         konnten muss müssen musste mussten will wollen soll sollen sollte darf dürfen durfte \
         mag gibt gab geht ging steht stand kommt kam liegt lag bleibt blieb lässt ließ findet \
         fand begann beginnt nahm nahmen griff griffen schlug schlugen trug trugen traf trafen \
         hielt half halfen starb starben schloss schlossen zog zogen verlor verloren gewann \
         erhielt erhielten bekam bekamen trat traten schien bot boten verließ stieg fiel fielen \
         wandte wandten ging schied schickte biss lief liefen",
    ),
    (Part::HAVE, "hat haben hatte hatten habe hätte hätten haben"),
    (
        Part::PASSIVE,
        "wird werden wurde wurden worden werde würde würden ist sind war waren sei seien",
    ),
    (
        Part::DETERMINER,
        "der die das ein eine kein keine sein seine ihr ihre unser unsere dieser diese dieses \
         jener jene mehrere viele einige manche alle beide jeder jede jedes zwei drei vier fünf \
         sechs zahlreiche weitere andere etliche mancher welche solche deren dessen",
    ),
    (
        Part::OBLIQUE,
        "dem den des einem einen eines einer keinem keinen keiner seinem seinen seines seiner \
         ihrem ihren ihres ihrer diesem diesen dieses dieser allen vielen beiden \
         unserem unseren unserer zweier dreier mehreren einigen",
    ),
    (Part::PRONOUN, "er sie es man wir ich jemand niemand du ihr"),
    (
        Part::OBJECT,
        "ihm ihn ihnen sich uns mich mir dir dich euch selbst dies was etwas nichts wem wen wer",
    ),
    (
        Part::PREPOSITION,
        "an am ans auf aufgrund aufs aus außer bei beim bis bezüglich binnen durch entgegen \
         entlang für gegen gegenüber hinsichtlich hinter im in innerhalb ins laut mangels mit \
         mithilfe mittels nach neben nebst ohne per pro samt seit statt trotz um unter ungeachtet \
         unweit vom von vor wegen während zu zufolge zugunsten zum zur zwischen über angesichts \
         anlässlich anhand anstelle außerhalb einschließlich infolge seitens zwecks dank",
    ),
    (Part::LINK, "von vom für aus zur gegen zum beim bei"),
    (
        Part::SUBORDINATOR,
        "als bevor bis da damit falls indem nachdem obgleich obwohl seitdem sobald sodass sofern \
         solange soweit während weil wenn wenngleich wobei wodurch wofür womit wonach worauf \
         woraufhin worin wozu zumal ehe",
    ),
    (
        CLAUSE,
        "dass daß ob wie warum weshalb wieso inwieweit inwiefern",
    ),
    (Part::SUBORDINATOR, "wer was wann wo wohin woher wonach"),
    (
        Part::CONJUNCTION,
        "und oder aber sondern denn doch sowie sowohl beziehungsweise bzw jedoch noch weder",
    ),
    (
        Part::ADVERB,
        "so dazu dabei damit zudem weiter weiterhin dort hier heute gestern allerdings jedoch \
         danach daraufhin außerdem ferner darüber dafür dagegen demnach deshalb daher deswegen \
         damals dann nun jetzt schon bereits noch immer wieder erst erneut ebenfalls ebenso \
         inzwischen mittlerweile zuvor vorher später anschließend schließlich zunächst zuletzt \
         abschließend gleichzeitig zugleich hingegen indes indessen unterdessen derweil \
         trotzdem dennoch vielmehr somit folglich also zwar nicht nie niemals gar sehr ganz \
         wörtlich einerseits andererseits offenbar angeblich offiziell ausdrücklich \
         insbesondere besonders vor hierzu hierbei darauf daran darin davon daraus indirekt \
         direkt einmal mehrfach wiederholt scharf deutlich klar öffentlich eindringlich \
         entschieden knapp kurz lediglich bislang bisher stets oft etwa rund ihrerseits \
         seinerseits übrigens gegenwärtig derzeit ansonsten sonst abends morgens nachmittags \
         mittags nämlich eben eher mehr vielleicht wohl sicher natürlich sogar dadurch dagegen \
         hinzu daneben dementsprechend entsprechend erstmals kürzlich jüngst ausführlich",
    ),
    (
        Part::FOCUS,
        "auch nur selbst sogar gerade allein besonders ebenso",
    ),
    (
        Part::TIME,
        "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar \
         märz april mai juni juli august september oktober november dezember montagabend \
         dienstagabend mittwochabend donnerstagabend freitagabend samstagabend sonntagabend \
         morgen abend nachmittag vormittag nacht woche monat jahr jahre uhr tag",
    ),
    (
        Part::SOURCE,
        "angabe angaben ansicht ansichten auffassung aussage aussagen auskunft bekunden bericht \
         berichte berichten darstellung dafürhalten einschätzung einschätzungen erkenntnis \
         erkenntnisse erkenntnissen gerücht gerüchte gerüchten information informationen medienbericht \
         medienberichte medienberichten meinung meldung meldungen mitteilung presseberichte \
         presseberichten polizeiangaben schätzung schätzungen sicht studie umfrage vernehmen \
         verlautbarung verlautbarungen worten worte zeitungsberichten agenturberichten \
         agenturmeldungen überzeugung urteil augenzeugenberichten pressemitteilung \
         medienangaben behördenangaben artikel zeugenaussagen untersuchung statistik \
         nachrichtenagentur überlieferung eindruck prognose prognosen lesart interpretation \
         anklage anklageschrift ermittler analyse berechnung berechnungen auswertung",
    ),
    (
        Part::SAYING,
        "ankündigung annahme anordnung ansicht auffassung aufforderung aufruf ausdruck aussage \
         äußerung befehl befürchtung begründung behauptung beschwerde beteuerung einschätzung \
         eindruck ergebnis erkenntnis erklärung forderung gerücht gerüchte hinweis hoffnung \
         klage kritik meinung meldung meldungen mitteilung prognose schluss schlussfolgerung \
         sorge these überzeugung urteil verdacht vermutung versicherung versprechen vorschlag \
         vorwurf vorwürfe warnung wunsch zusage zusicherung",
    ),
    (
        Part::NAMED,
        "aktion aktionsgruppe agentur album anlage auszeichnung band bande bewegung blatt buch \
         bündnis dampfer dienst entwurf fachmagazin fachzeitschrift fähre fernsehsender fernsehserie \
         festival film firma flugzeug fraktion fregatte fähre gaststätte geheimdienst gemälde genannt \
         genannte genannten gesellschaft gruppe gruppierung heißt hieß hit hotel hubschrauber initiative \
         institut internetportal internetseite jacht kampagne kapsel kategorie klub kneipe komödie \
         konzern kreuzer label lautet lauten lied liste lokal magazin magazins marke marken modell \
         modelle modul motto musical musikgruppe nachrichtenagentur nachrichtenmagazin \
         nachrichtenmagazins nachrichtensender name namen namens nachrichtenseite oper operation \
         organisation orkan ordnung partei platte plattform portal preis produkt programm projekt punkband \
         radiosender rakete raumfähre raumschiff reihe roman rubrik satellit satelliten schiff \
         segelschiff sekte sendung sender senders serie show single software song sonde sondereinheit \
         spiel spielfilm spitznamen sprengstoff stiftung stück system tageszeitung tanker theaterstück \
         thriller titel tourneen trägerrakete typ typs überschrift u-boot unternehmen verband verein \
         verlag virus werk website webseite wettbewerb wirbelsturm wochenmagazin wochenzeitung \
         wurm yacht zeitschrift zeitung zeitungen zeitungs überschriften rockband popgruppe \
         computerspiel hurrikan taifun sturm stadtteil straße platz saal restaurant gasthof \
         onlinedienst online-ausgabe dokumentation reportage essay gedicht ausstellung konferenz \
         enzyklika kommando forschungsschiff frachter linie thema bezeichnung pseudonym stichwort codenamen \
         decknamen umbenannt benannt getauft betitelt betitelte betitelten bekannt boulevardblatt",
    ),
    (
        Part::SPOKEN,
        "aufschrift parole parolen ruf rufe rufen rufen spruch sprüche sprüchen slogan slogans \
         sprechchöre sprechchören worte worten satz sätze sätzen frage antwort aussage aussagen \
         äußerung äußerungen feststellung zitat vorwurf begründung hinweis formulierung \
         formulierungen wort kommentar erklärung botschaft transparente transparenten \
         plakat plakate plakaten",
    ),
    (
        Part::SO_CALLED,
        "sogenannt sogenannte sogenannten sogenannter sogenanntes sogenanntem",
    ),
];
