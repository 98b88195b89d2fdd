using NodaTime;

namespace GdprKit.Subjects;

/// <summary>What every directory of links can do, because its members suffice for it.</summary>
public static class SubjectDirectoryExtensions
{
    /// <summary>
    /// Links people whose rows were just added. A link that already stands under one of their keys is somebody else's, so it is
    /// removed first: a newcomer never inherits a history.
    /// </summary>
    /// <param name="directory">The directory.</param>
    /// <param name="newcomers">The people; call it once for each, in the transaction that adds the row.</param>
    /// <param name="now">When, in microseconds.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async ValueTask<NewcomerLinks> LinkNewcomersAsync(
        this ISubjectDirectory directory, ValueList<SubjectId> newcomers, Instant now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(directory);
        var replaced = await directory.UnlinkAsync(newcomers, cancellationToken).ConfigureAwait(false);
        return new NewcomerLinks(await directory.LinkAsync(newcomers, now, cancellationToken).ConfigureAwait(false), replaced);
    }
}
