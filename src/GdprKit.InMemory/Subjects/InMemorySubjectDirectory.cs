using System.Collections.Immutable;
using GdprKit.Subjects;
using NodaTime;

namespace GdprKit.InMemory;

/// <summary>A table of links in memory: for tests, and to read what a directory must do. Not durable.</summary>
/// <remarks>Joins the transaction of a <see cref="System.Transactions.TransactionScope"/>. Safe for use by several threads.</remarks>
/// <param name="database">Where it is kept, together with what belongs to the same transactions.</param>
public sealed class InMemorySubjectDirectory(InMemoryDatabase database) : ISubjectDirectory
{
    /// <inheritdoc/>
    public ValueTask<ValueList<SubjectLink>> LinkAsync(ValueList<SubjectId> subjects, Instant now, CancellationToken cancellationToken) =>
        database.WriteAsync<LinkImage, ValueList<SubjectLink>>(image => Link(image, subjects, now), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ValueList<SubjectLink>> FindBySubjectAsync(ValueList<SubjectId> subjects, CancellationToken cancellationToken)
    {
        var links = database.Read<LinkImage>(cancellationToken).BySubject;
        return new(subjects.Distinct().Select(subject => links.GetValueOrDefault(subject)).OfType<SubjectLink>().ToValueList());
    }

    /// <inheritdoc/>
    public ValueTask<ValueList<SubjectLink>> FindByRefAsync(ValueList<SubjectRef> refs, CancellationToken cancellationToken)
    {
        var links = database.Read<LinkImage>(cancellationToken).ByRef;
        return new(refs.Distinct().Select(subject => links.GetValueOrDefault(subject)).OfType<SubjectLink>().ToValueList());
    }

    /// <inheritdoc/>
    public ValueTask<ValueList<SubjectLink>> UnlinkAsync(ValueList<SubjectId> subjects, CancellationToken cancellationToken) =>
        database.WriteAsync<LinkImage, ValueList<SubjectLink>>(image => Unlink(image, subjects), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ValueList<SubjectLink>> RelinkAsync(ValueList<SubjectLink> links, CancellationToken cancellationToken) =>
        database.WriteAsync<LinkImage, ValueList<SubjectLink>>(image => Relink(image, links), cancellationToken);

    private static (LinkImage Image, ValueList<SubjectLink> Links) Relink(LinkImage image, ValueList<SubjectLink> links)
    {
        foreach (var link in links)
        {
            image = image.BySubject.ContainsKey(link.Subject) || image.ByRef.ContainsKey(link.Ref)
                ? image
                : new LinkImage { BySubject = image.BySubject.Add(link.Subject, link), ByRef = image.ByRef.Add(link.Ref, link) };
        }

        return (image, links.Select(link => link.Subject).Distinct().Select(subject => image.BySubject.GetValueOrDefault(subject)).OfType<SubjectLink>().ToValueList());
    }

    private static (LinkImage Image, ValueList<SubjectLink> Links) Link(LinkImage image, ValueList<SubjectId> subjects, Instant now)
    {
        foreach (var subject in subjects.Where(subject => !image.BySubject.ContainsKey(subject)).Distinct().ToList())
        {
            var link = new SubjectLink(subject, SubjectRef.New(), now);
            image = new LinkImage { BySubject = image.BySubject.Add(subject, link), ByRef = image.ByRef.Add(link.Ref, link) };
        }

        return (image, subjects.Select(subject => image.BySubject[subject]).ToValueList());
    }

    private static (LinkImage Image, ValueList<SubjectLink> Links) Unlink(LinkImage image, ValueList<SubjectId> subjects)
    {
        var links = subjects.Distinct().Select(subject => image.BySubject.GetValueOrDefault(subject)).OfType<SubjectLink>().ToValueList();
        return (new LinkImage
        {
            BySubject = image.BySubject.RemoveRange(links.Select(link => link.Subject)),
            ByRef = image.ByRef.RemoveRange(links.Select(link => link.Ref)),
        }, links);
    }

    /// <summary>The links at one moment.</summary>
    private sealed record LinkImage
    {
        public ImmutableDictionary<SubjectId, SubjectLink> BySubject { get; init; } = ImmutableDictionary<SubjectId, SubjectLink>.Empty;

        public ImmutableDictionary<SubjectRef, SubjectLink> ByRef { get; init; } = ImmutableDictionary<SubjectRef, SubjectLink>.Empty;
    }
}
