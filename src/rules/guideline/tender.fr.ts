import type { tender } from './tender.ts';

/** The texts of the chapter’s clauses in French: ours, unofficial. */
export const tenderFrench: Readonly<Record<keyof typeof tender, string>> = {
  'X-17':
    'Le texte vise le gouvernement et les organismes du secteur public : municipalités et conseils locaux, conseils scolaires, ' +
    'établissements postsecondaires subventionnés, hôpitaux publics, conseils de santé. Un processus d’approvisionnement comprend ' +
    'la préqualification, la demande de renseignements et l’admissibilité à une liste de fournisseurs attitrés. Nous n’en avons ' +
    'pas lu les articles 3 à 5.',
  'X-18':
    'Une contravention à l’article 3 du Règl. de l’Ont. 364/25, et à nul autre, peut entraîner une pénalité administrative : le ' +
    'moindre de 100 000 $ et de 10 % du contrat. L’avis est écrit et mentionne le droit de révision; envoyé par la poste, il est ' +
    'réputé signifié le cinquième jour après sa mise à la poste. Selon la presse, aucune pénalité n’est imposée plus d’un an après ' +
    'que l’inspecteur a eu connaissance de la contravention.',
  'X-28':
    'La norme ISO 45001 est en cours de révision; une nouvelle édition est probable au second semestre de 2027. La directive du ' +
    'ministre nomme ISO 45001:2018. Une autre édition est un autre système, jusqu’à ce que l’IHSA ou le ministre en dise autrement.',
  'X-19':
    'COR 2020 et ISO 45001:2018 sont nommés comme accrédités en 2024. Un article de la presse spécialisée nomme aussi CSA ' +
    'Z45001-19 et BS OHSAS 18001:2007, et des systèmes propres à une entreprise peuvent être accrédités. La liste actuelle et ses ' +
    'dates n’ont pas été trouvées.',
  'X-20': 'York demande un « COR délivré par l’IHSA » (COR issued by the IHSA), Toronto COR 2020.',
  'R-60':
    'Un certificat d’équivalence est un certificat de reconnaissance (G-6.1.a, G-6.2.a); il répond donc à l’exigence du COR et, ' +
    'par sa norme, à celle de COR 2020, en plus de la voie par laquelle il a été obtenu, même quand le certificat montré est un COR du compte (R-33). Une certification COR 2020 répond à ' +
    'l’exigence du COR. Un compte certifié répond à celle de l’inscription. Un document permettant de soumissionner répond à celle ' +
    'de la réciprocité un jour donné, et jamais pour la durée d’un contrat (G-5.a, F-16.b). Une confirmation d’inscription, une lettre ' +
    'd’intention ou un document permettant de soumissionner dont le numéro est donné, et qui est en vigueur, répond à sa voie, que la ' +
    'situation du compte soit visible ou non, sauf si le nom à côté est celui d’une autre entreprise; s’il n’est pas en vigueur, il ne décide rien. Si ' +
    'les inscriptions, ou les documents permettant de soumissionner, ne sont pas visibles pour le demandeur, le registre n’indique rien de leurs voies. Une reconnaissance ' +
    'PRESTO consignée, visible pour le demandeur et en vigueur répond à sa voie; sans elle, et pour un autre système accrédité, le registre ' +
    'n’indique rien, ce qui n’est jamais retenu contre un soumissionnaire. ' +
    'Pour un contrat, le premier jour décide du résultat, et le premier jour à risque et le premier jour où l’exigence n’est pas ' +
    'remplie sont indiqués. Un numéro décide pour son entreprise; à côté d’un nom qui n’est pas le sien, il ne décide rien, sauf si ce ' +
    'nom peut être le sien avec une faute (aucun mot de trop, et aucune autre entreprise visible n’a un nom plus semblable) : la ' +
    'réponse demande alors de comparer les deux, comme pour un document dont seul le numéro est donné. Une coentreprise n’est pas un compte : chaque partenaire a sa réponse, et la coentreprise satisfait à ' +
    'l’exigence si chacun y satisfait, n’y satisfait pas si aucun n’y satisfait; sinon, l’appel d’offres dit lesquels doivent y ' +
    'satisfaire. Une coentreprise dont un seul partenaire est nommé reste indéterminée.',
  'R-61':
    'Une exigence du gouvernement ou d’un organisme du secteur public, pour la construction, à compter du 1er janvier 2026, qui ' +
    'nomme certains systèmes accrédités et non tous donne lieu à un avertissement avec la citation du règlement, les systèmes ' +
    'qu’elle ne nomme pas et ceux dont le registre n’indique pas s’ils sont accrédités. L’équivalence fondée sur l’accréditation du ' +
    'ministère nomme des systèmes propres à un seul organisme (G-6.2.a). Un autre système accrédité, à côté d’un système nommé, ' +
    'désigne tous les autres; seul, il désigne un système qui n’a pas sa propre voie, et laisse donc de côté COR 2020 et ' +
    'ISO 45001:2018. L’exigence qui nomme chaque système que le registre sait accrédité n’est avertie que de ceux dont il n’indique ' +
    'rien. Si l’émetteur n’a pas été indiqué, l’avertissement dit que cela n’a pas été jugé. Ce n’est jamais un refus, et rien n’est dit ' +
    'de la légalité de l’exigence.',
};
