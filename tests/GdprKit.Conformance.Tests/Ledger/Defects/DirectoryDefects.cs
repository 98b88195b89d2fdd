using System.Globalization;
using System.Text;
using GdprKit.Subjects;
using NodaTime;

namespace GdprKit.Conformance.Ledger;

/// <summary>What directories of links get wrong.</summary>
internal static class DirectoryDefects
{
    internal sealed class LinksAnew(ISubjectDirectory sound) : DefectiveDirectory(sound)
    {
        public override async ValueTask<ValueList<SubjectLink>> LinkAsync(ValueList<SubjectId> subjects, Instant now, CancellationToken cancellationToken) =>
            (await Sound.LinkNewcomersAsync(subjects, now, cancellationToken)).Links;
    }

    internal sealed class LinksWhoeverIsLookedFor(ISubjectDirectory sound) : DefectiveDirectory(sound)
    {
        public override async ValueTask<ValueList<SubjectLink>> FindBySubjectAsync(ValueList<SubjectId> subjects, CancellationToken cancellationToken) =>
            (await Sound.LinkAsync(subjects, LedgerSamples.Start, cancellationToken)).Distinct().ToValueList();
    }

    internal sealed class RemovesInSilence(ISubjectDirectory sound) : DefectiveDirectory(sound)
    {
        public override async ValueTask<ValueList<SubjectLink>> UnlinkAsync(ValueList<SubjectId> subjects, CancellationToken cancellationToken)
        {
            await Sound.UnlinkAsync(subjects, cancellationToken);
            return [];
        }
    }

    internal sealed class CannotBeStopped(ISubjectDirectory sound) : DefectiveDirectory(sound)
    {
        public override ValueTask<ValueList<SubjectLink>> LinkAsync(ValueList<SubjectId> subjects, Instant now, CancellationToken cancellationToken) => Sound.LinkAsync(subjects, now, CancellationToken.None);
    }

    internal sealed class CountsRefs(ISubjectDirectory sound) : DefectiveDirectory(sound)
    {
        private int _last;

        public override async ValueTask<ValueList<SubjectLink>> LinkAsync(ValueList<SubjectId> subjects, Instant now, CancellationToken cancellationToken) =>
            (await Sound.LinkAsync(subjects, now, cancellationToken)).Select(link => link with { Ref = SubjectRef.Parse((++_last).ToString("x32", CultureInfo.InvariantCulture)) }).ToValueList();
    }

    internal sealed class ComputesRefs(ISubjectDirectory sound) : DefectiveDirectory(sound)
    {
        public override async ValueTask<ValueList<SubjectLink>> LinkAsync(ValueList<SubjectId> subjects, Instant now, CancellationToken cancellationToken) =>
            (await Sound.LinkAsync(subjects, now, cancellationToken)).Select(link => link with { Ref = SubjectRef.Parse(Digest.Of(Encoding.UTF8.GetBytes(link.Subject.Key[0])).ToString()[..32]) }).ToValueList();
    }

    internal sealed class ComparesAsSomeDatabasesDo(ISubjectDirectory sound) : DefectiveDirectory(sound)
    {
        public override ValueTask<ValueList<SubjectLink>> LinkAsync(ValueList<SubjectId> subjects, Instant now, CancellationToken cancellationToken) => Sound.LinkAsync(Lower(subjects), now, cancellationToken);

        public override ValueTask<ValueList<SubjectLink>> FindBySubjectAsync(ValueList<SubjectId> subjects, CancellationToken cancellationToken) => Sound.FindBySubjectAsync(Lower(subjects), cancellationToken);

        private static ValueList<SubjectId> Lower(ValueList<SubjectId> subjects) => subjects.Select(subject => SubjectId.Of(subject.Kind, subject.Key[0].ToLowerInvariant())).ToValueList();
    }

    internal sealed class RunsPartsTogether(ISubjectDirectory sound) : DefectiveDirectory(sound)
    {
        public override ValueTask<ValueList<SubjectLink>> LinkAsync(ValueList<SubjectId> subjects, Instant now, CancellationToken cancellationToken) =>
            Sound.LinkAsync(subjects.Select(subject => SubjectId.Of(subject.Kind, string.Concat(subject.Key))).ToValueList(), now, cancellationToken);
    }

    internal sealed class LinksInsteadOfLinkingAgain(ISubjectDirectory sound) : DefectiveDirectory(sound)
    {
        public override ValueTask<ValueList<SubjectLink>> RelinkAsync(ValueList<SubjectLink> links, CancellationToken cancellationToken) =>
            Sound.LinkAsync(links.Select(link => link.Subject).ToValueList(), links[0].LinkedAt, cancellationToken);
    }
}
