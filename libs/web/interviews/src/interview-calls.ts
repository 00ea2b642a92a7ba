import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { InterviewView } from '@relais/api-client';
import { marked } from '@relais/web/kernel';
import { firstValueFrom } from 'rxjs';
import type { Writing } from './interview';

/** For whom and from which appointment a new interview is. */
export type NewInterview = { readonly beneficiaryId: string; readonly appointmentId: string | undefined };

/** What the API is asked while an interview is written. Provided by the page. */
@Injectable()
export class InterviewCalls {
  private readonly http = inject(HttpClient);

  read(id: string): Promise<InterviewView> {
    return firstValueFrom(this.http.get<InterviewView>(`/api/interviews/${id}`));
  }

  /** Creates once per key, whatever the number of tries. */
  create(opening: object, once: string): Promise<InterviewView> {
    return firstValueFrom(this.http.post<InterviewView>('/api/interviews', opening, { context: marked({ once }) }));
  }

  save(id: string, writing: Writing, version: number): Promise<InterviewView> {
    const body = { ...writing, notes: writing.notes.filter(({ id: known, body: text }) => known !== undefined || text !== '') };
    return firstValueFrom(this.http.patch<InterviewView>(`/api/interviews/${id}`, body, { context: marked({ version }) }));
  }

  seal(id: string, version: number): Promise<InterviewView> {
    return firstValueFrom(this.http.post<InterviewView>(`/api/interviews/${id}/seal`, {}, { context: marked({ version }) }));
  }

  add(id: string, audience: string, body: string): Promise<InterviewView> {
    return firstValueFrom(this.http.post<InterviewView>(`/api/interviews/${id}/addenda`, { audience, body }));
  }
}

/** The body of a creation is settled once: a retry of the same key must say the same; what came later follows as a change. */
export function creationOf(fresh: NewInterview | undefined, { minutes, nextMeetingAt, notes, ...rest }: Writing): object {
  const words = notes.filter(({ body }) => body !== '').map(({ audience, body }) => ({ audience, body }));
  return { ...fresh, ...rest, notes: words, ...(minutes !== null && { minutes }), ...(nextMeetingAt !== null && { nextMeetingAt }) };
}
