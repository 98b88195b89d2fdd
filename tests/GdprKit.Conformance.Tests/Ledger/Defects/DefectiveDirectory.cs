using GdprKit.Subjects;
using NodaTime;

namespace GdprKit.Conformance.Ledger;

/// <summary>Passes every question on to a directory without a defect. What derives from it gets one thing wrong.</summary>
internal class DefectiveDirectory(ISubjectDirectory sound) : ISubjectDirectory
{
    protected ISubjectDirectory Sound => sound;

    public virtual ValueTask<ValueList<SubjectLink>> LinkAsync(ValueList<SubjectId> subjects, Instant now, CancellationToken cancellationToken) => sound.LinkAsync(subjects, now, cancellationToken);

    public virtual ValueTask<ValueList<SubjectLink>> FindBySubjectAsync(ValueList<SubjectId> subjects, CancellationToken cancellationToken) => sound.FindBySubjectAsync(subjects, cancellationToken);

    public virtual ValueTask<ValueList<SubjectLink>> FindByRefAsync(ValueList<SubjectRef> refs, CancellationToken cancellationToken) => sound.FindByRefAsync(refs, cancellationToken);

    public virtual ValueTask<ValueList<SubjectLink>> UnlinkAsync(ValueList<SubjectId> subjects, CancellationToken cancellationToken) => sound.UnlinkAsync(subjects, cancellationToken);

    public virtual ValueTask<ValueList<SubjectLink>> RelinkAsync(ValueList<SubjectLink> links, CancellationToken cancellationToken) => sound.RelinkAsync(links, cancellationToken);
}
