import { queryOptions } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client.js';

export type PersonalNotice = Schemas['NoticeDto'];
export type ListedMessage = Schemas['ListedMessageDto'];
export type MessageDetail = Schemas['MessageDetailDto'];
export type MessageAttempt = Schemas['MessageAttemptDto'];
export type MessageTexts = Schemas['MessageTextsDto'];
export type MessageState = ListedMessage['state'];

export const messageStates = ['waiting', 'held', 'sending', 'sent', 'failed'] as const satisfies MessageState[];

/** How many notices the person has not read; looked at again when the page gets the eye again. */
export const unreadQuery = queryOptions({
  queryKey: ['notices', 'unread'],
  queryFn: async () => (await answer(api.GET('/api/v1/my/notices', { params: { query: { limit: 1 } } }))).unread,
  staleTime: 60_000,
});

/** The newest notices about one entry. */
export const entryNoticesQuery = (entry: string) =>
  queryOptions({
    queryKey: ['notices', 'entry', entry],
    queryFn: () => answer(api.GET('/api/v1/my/notices', { params: { query: { entry, limit: 20 } } })),
  });

export const deadlinesQuery = queryOptions({
  queryKey: ['my-entries', 'deadlines'],
  queryFn: () => answer(api.GET('/api/v1/my/deadlines')),
});

export const messageQuery = (slug: string, publicId: string) =>
  queryOptions({
    queryKey: ['messages', slug, publicId],
    queryFn: () =>
      answer(api.GET('/api/v1/editions/{slug}/messages/{publicId}', { params: { path: { slug, publicId } } })),
  });

export const templatesQuery = (slug: string) =>
  queryOptions({
    queryKey: ['message-templates', slug],
    queryFn: () => answer(api.GET('/api/v1/editions/{slug}/message-templates', { params: { path: { slug } } })),
  });

export const remindersQuery = (slug: string) =>
  queryOptions({
    queryKey: ['reminders', slug],
    queryFn: () => answer(api.GET('/api/v1/editions/{slug}/reminders', { params: { path: { slug } } })),
  });
