import { HttpClient } from '@angular/common/http';
import { inject, Injectable, signal } from '@angular/core';
import type { BeneficiaryView, EditBeneficiaryRequest } from '@relais/api-client';
import { isProblem, marked } from '@relais/web/kernel';
import { firstValueFrom } from 'rxjs';

/** A field of a file that is corrected in place. */
export type FileField = keyof EditBeneficiaryRequest & keyof BeneficiaryView;

/** Corrections of a file. */
export type FilePatch = Partial<Record<FileField, string | boolean | null>>;

/** One field that two people changed. */
export type FieldInConflict = { readonly key: FileField; readonly mine: unknown; readonly theirs: unknown };

/** A correction that met another one: the file as it is now, and the fields that both changed. */
export type FileConflict = { readonly now: BeneficiaryView; readonly patch: FilePatch; readonly fields: readonly FieldInConflict[] };

/** Corrects a file from the version that was read; when somebody else changed the same fields meanwhile, both versions are kept to choose from. */
@Injectable()
export class FileEdit {
  private readonly http = inject(HttpClient);
  readonly busy = signal(false);
  readonly problem = signal<unknown>(undefined);
  readonly conflict = signal<FileConflict | undefined>(undefined);

  /** The corrected file; undefined when it failed or met a conflict, which the signals then hold. */
  async save(file: BeneficiaryView, patch: FilePatch): Promise<BeneficiaryView | undefined> {
    if (this.busy()) return undefined;
    const changed = changedOnly(file, patch);
    if (Object.keys(changed).length === 0) return file;
    this.busy.set(true);
    this.problem.set(undefined);
    this.conflict.set(undefined);
    try {
      return await this.send(file, changed);
    } catch (error) {
      if (!isProblem(error, 'request.version_stale')) this.problem.set(error);
      else return await this.meet(file, changed);
      return undefined;
    } finally {
      this.busy.set(false);
    }
  }

  /** Forgets what was being corrected. */
  drop(): void {
    this.problem.set(undefined);
    this.conflict.set(undefined);
  }

  private async meet(before: BeneficiaryView, patch: FilePatch): Promise<BeneficiaryView | undefined> {
    try {
      const now = await firstValueFrom(this.http.get<BeneficiaryView>(`/api/beneficiaries/${before.id}`));
      const fields = fieldsInConflict(before, now, patch);
      // Nobody touched these fields: the correction simply goes on.
      if (fields.length === 0) return await this.send(now, patch);
      this.conflict.set({ now, patch, fields });
    } catch (error) {
      this.problem.set(error);
    }
    return undefined;
  }

  private send({ id, version }: BeneficiaryView, patch: FilePatch): Promise<BeneficiaryView> {
    return firstValueFrom(this.http.patch<BeneficiaryView>(`/api/beneficiaries/${id}`, patch, { context: marked({ version }) }));
  }
}

/** What a patch really changes; an emptied text that was never there is no change. */
export function changedOnly(file: BeneficiaryView, patch: FilePatch): FilePatch {
  const entries = Object.entries(patch) as [FileField, string | boolean | null][];
  return Object.fromEntries(entries.filter(([key, value]) => (file[key] ?? '') !== (value ?? '')));
}

/** The fields that were changed on both sides, to different values. */
export function fieldsInConflict(before: BeneficiaryView, now: BeneficiaryView, patch: FilePatch): FieldInConflict[] {
  const keys = Object.keys(patch) as FileField[];
  return keys
    .filter((key) => (now[key] ?? '') !== (before[key] ?? '') && (now[key] ?? '') !== (patch[key] ?? ''))
    .map((key) => ({ key, mine: patch[key], theirs: now[key] }));
}
