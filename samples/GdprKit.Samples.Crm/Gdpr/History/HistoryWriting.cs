using GdprKit.Ledger;
using GdprKit.Subjects;

namespace GdprKit.Samples.Crm.Gdpr.History;

/// <summary>What the pages record; each in the transaction of <c>SaveChangesWithGdprAsync</c>, so that a change and its entry are saved together.</summary>
public static class HistoryWriting
{
    extension(GdprUnitOfWork gdpr)
    {
        /// <summary>Gives somebody new a ref, and records that they came. A history that stands under a key issued again is somebody else's.</summary>
        public async ValueTask AddedAsync(SubjectId person, AddedThrough through, CancellationToken cancellationToken)
        {
            var newcomer = (await gdpr.Subjects.LinkNewcomersAsync([person], gdpr.Clock.GetCurrentInstant(), cancellationToken)).Links[0];
            await gdpr.AppendAsync(newcomer, PersonHistory.Added.Draft(new PersonAdded(through)), cancellationToken);
        }

        /// <summary>Records that somebody was sent a mail to confirm what they agreed to.</summary>
        public ValueTask MailedAsync(SubjectLink person, ConfirmationMailed mailed, CancellationToken cancellationToken) =>
            gdpr.AppendAsync(person, PersonHistory.Mailed.Draft(mailed), cancellationToken);

        /// <summary>Records that data were changed; nothing when no personal data were.</summary>
        public async ValueTask ChangedAsync(
            SubjectId person, ValueList<Key<DataCategory>> categories, SubjectId by, string? note, CancellationToken cancellationToken)
        {
            if (categories.IsEmpty)
            {
                return;
            }

            var links = await gdpr.Subjects.LinkAsync([person, by], gdpr.Clock.GetCurrentInstant(), cancellationToken);
            var changed = PersonHistory.Changed.Draft(new PersonChanged(categories, links[1].Ref));
            await gdpr.AppendAsync(
                links[0],
                string.IsNullOrWhiteSpace(note) ? changed : changed with { Details = EntryDetails.Of((PersonHistory.Note, note.Trim())) },
                cancellationToken);
        }

        /// <summary>Records that an employee made a link to somebody's privacy centre.</summary>
        public async ValueTask LinkMadeAsync(SubjectId person, SubjectId by, CancellationToken cancellationToken)
        {
            var links = await gdpr.Subjects.LinkAsync([person, by], gdpr.Clock.GetCurrentInstant(), cancellationToken);
            await gdpr.AppendAsync(links[0], PersonHistory.LinkMade.Draft(new LinkMade(links[1].Ref)), cancellationToken);
        }

        /// <summary>Records that somebody was removed, forgets what was said of them in free words, and last of all who they were.</summary>
        public async ValueTask RemovedAsync(SubjectId person, SubjectId by, CancellationToken cancellationToken)
        {
            var links = await gdpr.Subjects.LinkAsync([person, by], gdpr.Clock.GetCurrentInstant(), cancellationToken);
            await gdpr.AppendAsync(links[0], PersonHistory.Removed.Draft(new PersonRemoved(links[1].Ref)), cancellationToken);
            await gdpr.Store.ForgetDetailsAsync(HeadFilter.About(links[0].Ref), cancellationToken);
            await gdpr.Subjects.UnlinkAsync([person], cancellationToken);
        }

        private async ValueTask AppendAsync(SubjectLink person, EntryDraft entry, CancellationToken cancellationToken) =>
            await gdpr.Streams.AppendAsync<PersonHistory>(PersonHistory.StreamOf(person.Ref), person.Subject, _ => [entry], cancellationToken);
    }
}
