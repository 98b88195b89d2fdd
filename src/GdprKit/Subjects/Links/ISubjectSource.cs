using NodaTime;

namespace GdprKit.Subjects;

/// <summary>
/// Where the application keeps its people, for who gives a ref to all of them. A capability that an adapter has beside
/// <see cref="ISubjectDirectory"/>, over the same database; <c>SubjectLinking</c> uses it.
/// </summary>
/// <remarks>
/// People are those whose own rows the maps declare (<c>IsSubject</c>, <c>IsSubjectWhen</c>), also in rows that the application hides. Of the
/// life of its unit of work, and as safe for use by several threads as that is.
/// </remarks>
public interface ISubjectSource
{
    /// <summary>Links the next people who have no link yet, in one transaction.</summary>
    /// <param name="position">Where the range before ended; empty to begin.</param>
    /// <param name="limit">About how many people the range has; an adapter whose people cost nothing to read may take all.</param>
    /// <param name="now">When, in microseconds.</param>
    /// <param name="cancellationToken">Ends the work; afterwards the range is linked whole or not at all.</param>
    /// <returns>
    /// How many were linked, and where to go on. Links that stand stay as they are, whoever made them and however often a range is done:
    /// nobody gets two. A position of another map begins again.
    /// </returns>
    ValueTask<LinkedRange> LinkNextAsync(ValueList<byte> position, int limit, Instant now, CancellationToken cancellationToken);
}
