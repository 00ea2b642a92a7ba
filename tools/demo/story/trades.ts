import { DEMO_REGIONS, type DemoRegion } from '../demo-region';

/** A trade people aim at: how it is called, where it is learnt and practised, what one does there. */
export type Trade = {
  readonly man: string;
  readonly woman: string;
  readonly sector: string;
  readonly diploma: string;
  /** A workplace as it is said in a note, with its article. */
  readonly places: readonly string[];
  /** What people like or discover in it, after « aime » or « a découvert ». */
  readonly tasks: readonly string[];
  readonly young?: boolean;
  /** Regions where it is met, when it is not met everywhere. */
  readonly only?: readonly DemoRegion[];
};

/** One trade a line: man / woman / sector / diploma / workplaces | … / tasks | … / young and region, where they matter. */
const LINES: readonly string[] = [
  'aide-soignant / aide-soignante / le soin / le DEAS / l’EHPAD|le service de gériatrie de l’hôpital|la clinique|le foyer de vie / le contact avec les résidents|le travail en équipe|le temps du repas avec les personnes âgées',
  'auxiliaire de puériculture / auxiliaire de puériculture / la petite enfance / le diplôme d’auxiliaire de puériculture / la crèche municipale|la micro-crèche|la halte-garderie / les temps d’éveil|l’accueil des parents le matin|le travail en équipe',
  'accompagnant éducatif petite enfance / accompagnante éducative petite enfance / la petite enfance / le CAP AEPE / l’école maternelle|la micro-crèche|le centre de loisirs / les activités avec les enfants|le rythme de la journée|les temps calmes',
  'boulanger / boulangère / les métiers de bouche / le CAP boulangerie / la boulangerie du centre|le fournil artisanal|la boulangerie de la galerie / le façonnage|le travail de nuit, moins dur que prévu|la régularité du geste / young',
  'pâtissier / pâtissière / les métiers de bouche / le CAP pâtisserie / la pâtisserie de la place|le laboratoire d’un traiteur|le salon de thé / la décoration|la précision des pesées|le travail du chocolat / young',
  'cuisinier / cuisinière / la restauration / le titre professionnel cuisinier / le restaurant d’application|la cuisine centrale|une crêperie|un restaurant du port / le coup de feu|la mise en place|le dressage / 53 04',
  'serveur en salle / serveuse en salle / la restauration / le CAP commercialisation et services / la brasserie|un restaurant de bord de mer|un hôtel-restaurant / le contact avec la clientèle|le rythme du service|la tenue de la salle / 53 04',
  'mécanicien automobile / mécanicienne automobile / l’automobile / le CAP maintenance des véhicules / le garage du quartier|la concession|un centre auto / le diagnostic à la valise|les freins et la distribution|le travail à deux sur les grosses pannes / young',
  'carrossier / carrossière / l’automobile / le CAP carrossier / une carrosserie indépendante|un atelier de peinture auto / le redressage|la préparation avant peinture / young',
  'électricien / électricienne / le bâtiment / le titre professionnel électricien d’équipement du bâtiment / une entreprise d’électricité de huit salariés|un artisan électricien|un chantier de logements neufs / le tirage de câbles|le raccordement du tableau|la lecture de plans',
  'plombier-chauffagiste / plombière-chauffagiste / le bâtiment / le titre professionnel installateur thermique et sanitaire / un artisan plombier|une entreprise de rénovation énergétique / la soudure cuivre|la pose de sanitaires|le dépannage chez les gens',
  'menuisier / menuisière / le bois / le CAP menuisier fabricant / un atelier de menuiserie|une ébénisterie|un fabricant d’agencement / le travail sur machine|l’odeur de l’atelier et le bois massif|les assemblages / young',
  'maçon / maçonne / le bâtiment / le CAP maçon / une entreprise de maçonnerie|un chantier de réhabilitation / le grand air|voir le mur monter|le travail en équipe',
  'peintre en bâtiment / peintre en bâtiment / le bâtiment / le titre professionnel peintre en bâtiment / un artisan peintre|un chantier d’insertion / les finitions|la préparation des supports',
  'paysagiste / paysagiste / les espaces verts / le CAPA jardinier paysagiste / le service espaces verts de la commune|une entreprise de paysage|un chantier d’insertion / la taille et les plantations|le travail dehors par tous les temps|l’entretien des massifs',
  'magasinier cariste / magasinière cariste / la logistique / les CACES 1, 3 et 5 / un entrepôt frigorifique|une plateforme logistique|un dépôt de matériaux / la préparation de commandes|la conduite du chariot|les horaires décalés',
  'conducteur routier / conductrice routière / le transport / le titre professionnel conducteur du transport routier / un transporteur régional|une entreprise de collecte / l’autonomie|les tournées régionales, rentrer le soir',
  'conducteur de car / conductrice de car / le transport / le titre professionnel transport en commun / un autocariste|le dépôt du réseau urbain / le contact avec les scolaires|les services coupés qui laissent du temps en journée',
  'vendeur / vendeuse / le commerce / le titre professionnel employé commercial / un magasin de sport|une boutique de prêt-à-porter|la supérette / le conseil au client|la mise en rayon tôt le matin|le réassort',
  'assistant commercial / assistante commerciale / le commerce / le BTS gestion de la PME / une PME de négoce|une agence immobilière / le suivi des commandes|le téléphone et les devis',
  'secrétaire médical / secrétaire médicale / le tertiaire / le titre professionnel secrétaire assistant médico-social / un cabinet de trois médecins|le secrétariat de la clinique / l’accueil des patients|la frappe des comptes rendus|la gestion des plannings',
  'comptable / comptable / la gestion / le titre professionnel gestionnaire comptable et fiscal / un cabinet d’expertise|le service comptable d’une coopérative / le rapprochement bancaire|la rigueur des clôtures',
  'développeur web / développeuse web / le numérique / le titre professionnel développeur web / une agence web|le service informatique du département / chercher un bogue|voir une page prendre vie|travailler en binôme',
  'technicien réseaux / technicienne réseaux / le numérique / le BTS services informatiques aux organisations / le service informatique de l’hôpital|un prestataire informatique / le dépannage des postes|la configuration des équipements',
  'graphiste / graphiste / la communication / le bac pro AMA communication visuelle / une imprimerie|une agence de communication / la mise en page|l’illustration|le suivi d’un projet jusqu’à l’impression / young',
  'animateur / animatrice / l’animation / le BPJEPS loisirs tous publics / le centre de loisirs|une maison de quartier|l’accueil périscolaire / monter un projet avec les ados|les grands jeux|le travail d’équipe',
  'éducateur sportif / éducatrice sportive / le sport / le BPJEPS activités de la forme / une salle de sport|un club de handball|la base nautique / encadrer les plus jeunes|préparer une séance / young',
  'moniteur éducateur / monitrice éducatrice / le social / le DEME / un foyer éducatif|un IME|un service de protection de l’enfance / la relation dans la durée|l’écriture des projets individuels',
  'auxiliaire de vie / auxiliaire de vie / l’aide à domicile / le titre professionnel assistant de vie aux familles / une association d’aide à domicile|une famille en emploi direct / se sentir utile|la relation avec les personnes âgées|l’organisation de la tournée',
  'agent de propreté / agente de propreté / la propreté / le CQP agent machiniste / une entreprise de nettoyage|les locaux de l’université / les horaires du matin|l’autonomie sur un site',
  'coiffeur / coiffeuse / la coiffure / le CAP métiers de la coiffure / un salon du centre|le salon de sa cousine|un barbier / la coupe homme|la relation avec les clientes|la couleur / young',
  'esthéticien / esthéticienne / l’esthétique / le CAP esthétique / un institut|un spa hôtelier / les soins du visage|le conseil / young',
  'agent de sécurité / agent de sécurité / la sécurité / le titre APS et la carte professionnelle / un centre commercial|un site industriel / la responsabilité|le travail de nuit',
  'soudeur / soudeuse / l’industrie / le titre professionnel soudeur assembleur / une chaudronnerie|un chantier naval|un atelier de métallerie / la soudure TIG|la précision|le travail de la tôle / 53 04',
  'technicien de maintenance / technicienne de maintenance / l’industrie / le bac pro MSPC / une usine de conditionnement|une ligne d’emballage / chercher la panne|la mécanique et un peu d’automatisme',
  'matelot / matelot / les métiers de la mer / le certificat de matelot pont / un chalutier hauturier|un armement de pêche côtière|une vedette à passagers / la vie à bord|les manœuvres|le départ avant le jour / 53',
  'opérateur en agroalimentaire / opératrice en agroalimentaire / l’agroalimentaire / le CQP opérateur de production / une conserverie|un abattoir de volailles|une laiterie / la conduite de ligne|le travail posté en 2×8 / 53',
  'ouvrier maraîcher / ouvrière maraîchère / l’agriculture / le BPA travaux de la production horticole / une serre de tomates|une ferme bio|un producteur de légumes / la récolte|la vente directe au marché / 53',
  'éleveur laitier / éleveuse laitière / l’agriculture / le BPREA / un GAEC laitier|une exploitation en bio / la traite|le soin aux animaux / 53',
  'conducteur d’engins agricoles / conductrice d’engins agricoles / l’agriculture / le bac pro agroéquipement / une ETA|une CUMA / la conduite|la mécanique à l’atelier l’hiver / young 53',
  'guide péi / guide péi / le tourisme / le BTS tourisme / l’office de tourisme de l’Ouest|une agence d’excursions|la maison du volcan / raconter les Hauts|le contact avec les touristes|les sentiers / 04',
  'ouvrier agricole / ouvrière agricole / l’agriculture / le CAPa métiers de l’agriculture / une exploitation de canne|un producteur d’ananas|une serre de tomates à La Plaine / la coupe de la canne, dure mais bien encadrée|la plantation / 04',
  'installateur de panneaux solaires / installatrice de panneaux solaires / l’énergie / le titre professionnel installateur photovoltaïque / une entreprise de solaire thermique|un installateur de chauffe-eau solaires / le travail en hauteur|les économies que cela fait pour les familles / 04',
  'réceptionniste / réceptionniste / l’hôtellerie / le titre professionnel réceptionniste en hôtellerie / un hôtel de Saint-Gilles|une résidence de tourisme|un gîte de l’Ouest / l’accueil en anglais|les plannings de réservation / 04',
  'agent de piste / agente de piste / l’aéroportuaire / le titre agent de service avitaillement et piste / l’escale de Gillot|une société d’assistance aéroportuaire / le travail en équipe au pied des avions|les horaires décalés / 04',
  'cuisinier / cuisinière / la restauration / le titre professionnel cuisinier / le restaurant d’application|la cuisine centrale|un bouchon|un restaurant d’altitude / le coup de feu|la mise en place|le dressage / 84',
  'serveur en salle / serveuse en salle / la restauration / le CAP commercialisation et services / la brasserie|un restaurant au bord du lac|un hôtel-restaurant / le contact avec la clientèle|le rythme du service|la tenue de la salle / 84',
  'soudeur / soudeuse / l’industrie / le titre professionnel soudeur assembleur / une chaudronnerie|un fabricant de remontées mécaniques|un atelier de métallerie / la soudure TIG|la précision|le travail de la tôle / 84',
  'décolleteur / décolleteuse / l’industrie / le titre professionnel usineur / un atelier de décolletage de la vallée de l’Arve|un sous-traitant de la connectique / le réglage des tours|le contrôle au micron|le travail posté en 2×8 / 84',
  'plasturgiste / plasturgiste / l’industrie / le bac pro plastiques et composites / une usine d’injection|un fabricant d’emballages / le montage des moules|la surveillance de la ligne / 84',
  'opérateur en chimie / opératrice en chimie / l’industrie / le CQP opérateur de fabrication / une plateforme chimique|un laboratoire de cosmétiques / la rigueur des procédures|le travail en salle blanche / 84',
  'agent des remontées mécaniques / agente des remontées mécaniques / la montagne / le titre professionnel agent des remontées mécaniques / une station de ski|un téléphérique urbain / l’accueil des skieurs|la maintenance d’été / 84',
  'vigneron / vigneronne / l’agriculture / le BPA travaux de la vigne / un domaine du Beaujolais|une cave coopérative de l’Ardèche|un domaine en bio / la taille d’hiver|les vendanges en équipe / 84',
  'fromager / fromagère / l’agroalimentaire / le CAP crémier-fromager / une fruitière|une laiterie du Cantal|un affineur / le travail du lait tôt le matin|le soin des meules / 84',
];

/** The trades of the demo, some of them met in one region only. */
export const TRADES: readonly Trade[] = LINES.map((line) => {
  const [man = '', woman = '', sector = '', diploma = '', places = '', tasks = '', marks = ''] = line.split(' / ');
  const only = DEMO_REGIONS.filter((region) => marks.includes(region));
  const trade = { man, woman, sector, diploma, places: places.split('|'), tasks: tasks.split('|'), young: marks.includes('young') };
  return only.length === 0 ? trade : { ...trade, only };
});
