import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Permission } from '@relais/domain';
import { Session } from '@relais/web/kernel';
import { Icon, type IconName } from '@relais/web/ui';

type Place = {
  readonly to: string;
  readonly label: string;
  readonly icon: IconName;
  readonly needs: Permission;
  readonly onlyPhone?: boolean;
};

const PLACES: readonly Place[] = [
  { to: '/journee', label: 'shell.nav.day', icon: 'day', needs: 'day.show' },
  { to: '/personnes', label: 'shell.nav.people', icon: 'people', needs: 'beneficiary.list' },
  { to: '/boite', label: 'shell.nav.inbox', icon: 'inbox', needs: 'referral.show' },
  { to: '/agenda', label: 'shell.nav.agenda', icon: 'calendar', needs: 'appointment.plan' },
  { to: '/continuite', label: 'shell.nav.board', icon: 'wait', needs: 'board.show' },
  { to: '/absences', label: 'shell.nav.absences', icon: 'leave', needs: 'absence.show' },
  { to: '/coordination', label: 'shell.nav.coordination', icon: 'link', needs: 'coordination.show' },
  { to: '/pilotage', label: 'shell.nav.figures', icon: 'figures', needs: 'figure.show' },
  { to: '/journal', label: 'shell.nav.watch', icon: 'shield', needs: 'glass.review' },
  { to: '/avis', label: 'shell.nav.notices', icon: 'bell', needs: 'notice.read', onlyPhone: true },
];
/** How many places the foot of a phone holds without crowding; where there are more, its last place opens the others. */
const BAR = 5;

/** The main places: a rail on the left, a bar at the foot of a phone. The thread runs along it and knots where one is. */
@Component({
  selector: 'relais-rail',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, Icon, RouterLink, RouterLinkActive, TranslocoDirective],
  templateUrl: './rail.html',
  styleUrl: './rail.css',
})
export class Rail {
  private readonly session = inject(Session);

  protected readonly places = computed(() => PLACES.filter(({ needs }) => this.session.may(needs)));
  protected readonly inBar = computed(() => (this.places().length > BAR ? BAR - 1 : BAR));
  protected readonly others = computed(() => this.places().slice(this.inBar()));
}
