/** Closed lists of written English that decide whether a full stop belongs to the word before it. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Stand before a name or number, so that a sentence never ends after them. */
export const titles = words(
  'mr mrs ms dr prof gen lt col maj sgt capt cmdr cdr adm brig gov sen rep reps sens rev hon st ste sts ft mt pres supt insp messrs mme mlle vs cpl pvt cllr dep det asst atty amb eng ing lic engr arch sr sra e.g i.e eg incl cf ca approx esp nos vol pp ph.d m.d',
);

/** May stand inside or at the end of a sentence. */
export const shortened = words(
  'jan feb apr jun jul aug sept sep oct nov dec tues thur thurs inc corp ltd llc plc bros etc al dept est ave blvd rd jr sr mins hrs govt intl assn bldg u.s u.n u.k d.c p.m a.m b.c a.d',
);

/** Everyday words that are short forms only before a number ("No. 5", "Mar. 12", "Sat. 3"). */
export const shortenedBeforeNumber = words('no mar fig art sat sun mon tue wed fri co sec para ext max min p');

/** Words that open a sentence much more often than they continue one after a short form. */
export const starters = words(
  'the he she it they we this these there but however meanwhile earlier later according a an in on at and after before his her their our its as when while if since although i you what that those some many no one two three for from by to',
);

/** The same for text all in capitals, where case cannot help. */
export const startersInCapitals = words('the he she it they we this these there but however meanwhile');

/** Prefixes that keep their hyphen; other hyphenated words are split, as in the English Web Treebank. */
export const hyphenPrefixes = words(
  'e co pre post non semi anti pro ex mid multi re counter inter intra sub trans ultra un over under neo quasi pseudo psycho mini mega micro macro bi tri de dis extra super hyper proto socio geo agro electro infra meta',
);

/** Written as one word, two words in the treebank: word → length of its first part. */
export const fused: ReadonlyMap<string, number> = new Map([
  ['cannot', 3],
  ['gonna', 3],
  ['gotta', 3],
  ['wanna', 3],
  ['dont', 2],
  ['didnt', 3],
  ['doesnt', 4],
  ['isnt', 2],
  ['wasnt', 3],
  ['arent', 3],
  ['werent', 4],
  ['hasnt', 3],
  ['havent', 4],
  ['hadnt', 3],
  ['couldnt', 5],
  ['wouldnt', 5],
]);

/** Verbs of saying: after `"…!"` they carry the sentence on. */
export const sayingVerbs = words(
  'said says say told asked added replied shouted cried declared warned insisted wrote tweeted announced stated noted claimed explained argued yelled responded',
);
