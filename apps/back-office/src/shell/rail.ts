import { Component } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Permission } from '@relais/domain';
import { CanDo } from '@relais/web/kernel';
import { Icon, type IconName } from '@relais/web/ui';

type Place = {
  readonly to: string;
  readonly label: string;
  readonly icon: IconName;
  readonly needs: Permission;
  readonly onlyPhone?: boolean;
  /** Reached from the day on a phone: its bar holds five places. */
  readonly onlyWide?: boolean;
};

/** The main places: a rail on the left, a bar at the foot of a phone. The thread runs along it and knots where one is. */
@Component({
  selector: 'relais-rail',
  imports: [CanDo, Icon, RouterLink, RouterLinkActive, TranslocoDirective],
  templateUrl: './rail.html',
  styleUrl: './rail.css',
})
export class Rail {
  protected readonly places: readonly Place[] = [
    { to: '/journee', label: 'shell.nav.day', icon: 'day', needs: 'day.show' },
    { to: '/personnes', label: 'shell.nav.people', icon: 'people', needs: 'beneficiary.list' },
    { to: '/boite', label: 'shell.nav.inbox', icon: 'inbox', needs: 'referral.show' },
    { to: '/agenda', label: 'shell.nav.agenda', icon: 'calendar', needs: 'appointment.plan' },
    { to: '/continuite', label: 'shell.nav.board', icon: 'wait', needs: 'board.show' },
    { to: '/absences', label: 'shell.nav.absences', icon: 'leave', needs: 'absence.show', onlyWide: true },
    { to: '/coordination', label: 'shell.nav.coordination', icon: 'link', needs: 'coordination.show' },
    { to: '/pilotage', label: 'shell.nav.figures', icon: 'figures', needs: 'figure.show' },
    { to: '/journal', label: 'shell.nav.watch', icon: 'shield', needs: 'glass.review' },
    { to: '/avis', label: 'shell.nav.notices', icon: 'bell', needs: 'notice.read', onlyPhone: true },
  ];
}
