using NodaTime;

namespace GdprKit.Subjects;

/// <summary>The ref of one person, for services that are about one at a time.</summary>
internal static class OneSubject
{
    /// <summary>The ref of a person; made when there is none yet.</summary>
    public static async ValueTask<SubjectRef> LinkOneAsync(this ISubjectDirectory subjects, SubjectId subject, Instant now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return (await subjects.LinkAsync([subject], now, cancellationToken).ConfigureAwait(false))[0].Ref;
    }

    /// <summary>The ref of a person; <see langword="null"/> when there is none.</summary>
    public static async ValueTask<SubjectRef?> FindOneAsync(this ISubjectDirectory subjects, SubjectId subject, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return await subjects.FindBySubjectAsync([subject], cancellationToken).ConfigureAwait(false) is [var link, ..] ? link.Ref : null;
    }
}
