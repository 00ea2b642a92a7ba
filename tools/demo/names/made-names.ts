import type { Dice } from '../random';

/** Beginnings and endings of family names: a crowd has thousands of them, most borne by a few. */
const FRENCH_STEMS =
  'Bar Bel Ber Bert Bon Bou Bour Bris Cad Cail Cham Chant Char Chau Chev Clair Corb Cord Cour Cous Crois Dal Delm Dor Doub Dug Fab Farg Fav Ferr Flam Fleur Font Form Foug Fourn Frem Gail Gar Gaud Ger Gill Gir Gob God Gos Grand Gren Gros Guil Ham Hou Jac Jam Jol Jour Lab Lam Lang Lav Lec Lef Lem Ler Lor Mail Mal Mar Mart Mas Math Maur Mer Mich Mol Mont Mor Moul Nic Nor Nour Pail Par Pas Pel Pern Pich Pin Plant Poir Pom Port Poul Prév Quent Rab Rain Ren Rich Rob Roch Ros Rous Sab Sal Sauv Serr Sim Sor Tail Tess Thor Till Tour Trem Vall Var Vass Verd Vern Vign Vill Viv';
const FRENCH_ENDINGS = 'ard ault eau eaux el elle elin et ette eron ier ière in on ot oux uel illon isson ineau aud';
const BRETON_STEMS =
  'aléguen alvez andré anton aradec arn avan erdoncuff erhoas erjean ermel eroas ervella oadic oat onan orre osquer ouarn roas adec adou ailler anic annou arec astel elec enec errec estin evel idal igou inou oalic oarer odec olven oñs orvan oudec ouzic uellec uern uillou uinvarc’h';
const BRETON_HEADS = 'Ker Tré Pen Guil Lan Plou Mor Ros Coat Gour Bod Cor Mad Riv Tal';
const LE =
  'Bail Beller Bellec Bescond Bigot Blanc Blevec Bloas Bourdonnec Breton Brun Calvez Cann Cléac’h Coz Creff Cren Dain Deunff Dref Droff Dû Fur Fustec Gallic Gac Garff Gloanec Goas Grand Gras Guennec Guillou Hénaff Hir Jan Jeune Jossec Lann Luyer Maout Meitour Merrer Mestre Milin Minor Moigne Naour Nouy Page Penven Peru Picard Pogam Quéau Quintrec Rest Rhun Rouzo Rumeur Saout Sech Signor Sourd Stum Tanter Tiec Tohic Toux Traon Verge Vigouroux Yaouanc';
const ARABIC_HEADS = 'Ben Bou Bel El_';
const ARABIC_TAILS =
  'ahmed aïssa ali amar amor attia bachir chaabane cherif daoud djilali fadel ghali habib hadj haddou hamed hassen ibrahim kacem khaled lakhdar mahdi malek messaoud mokhtar mouloud naceur omar othman rabah rached saïd salah slama taleb yahia younes zaid ziane';

const lists = new Map<string, readonly string[]>();

function part(text: string, dice: Dice): string {
  let parts = lists.get(text);
  if (!parts) lists.set(text, (parts = text.split(' ')));
  return dice.pick(parts).replace('_', ' ');
}

/** A family name that sounds like those of mainland France, of Bretagne or of North Africa, made of its parts. */
export function madeFamilyName(dice: Dice): string {
  const kind = dice.choose({ french: 56, breton: 22, le: 10, arabic: 8, double: 4 });
  if (kind === 'breton') return part(BRETON_HEADS, dice) + part(BRETON_STEMS, dice);
  if (kind === 'le') return `Le ${part(LE, dice)}`;
  if (kind === 'arabic') return capitals(part(ARABIC_HEADS, dice) + part(ARABIC_TAILS, dice));
  const simple = part(FRENCH_STEMS, dice) + part(FRENCH_ENDINGS, dice);
  return kind === 'double' ? `${simple}-${part(FRENCH_STEMS, dice)}${part(FRENCH_ENDINGS, dice)}` : simple;
}

function capitals(name: string): string {
  return name.replace(/(?<= )\p{Ll}/u, (letter) => letter.toUpperCase());
}
