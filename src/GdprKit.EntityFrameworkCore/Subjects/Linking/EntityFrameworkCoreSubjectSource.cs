using GdprKit.Subjects;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// The people in the application's own database: one statement links a range of them. Where the database cannot make the text of a key
/// exactly as the program does, the keys of the range are read.
/// </summary>
internal sealed class EntityFrameworkCoreSubjectSource(DbContext context, PersonalDataMap map) : ISubjectSource
{
    private readonly HostDatabase _database = new(context);

    /// <summary>Whether the database makes the texts of keys where it can; tests compare both ways.</summary>
    internal bool LetDatabaseMakeTexts { get; init; } = true;

    public async ValueTask<LinkedRange> LinkNextAsync(ValueList<byte> position, int limit, Instant now, CancellationToken cancellationToken)
    {
        SubjectTable[] tables = [.. SubjectTable.All(context, map, LetDatabaseMakeTexts)];
        var (name, after) = LinkingPosition.Read(position);
        var at = Array.FindIndex(tables, table => table.Name == name);
        if (at < 0)
        {
            (at, after) = (0, []);
        }

        if (tables.Length == 0)
        {
            return new LinkedRange(0, 0, Next: null);
        }

        return await _database.WriteOnceAsync(
            async (commands, token) =>
            {
                var end = await tables[at].FindEndAsync(commands, after, limit, token).ConfigureAwait(false);
                var (linked, unlinkable) = await tables[at].LinkAsync(commands, after, end, now, token).ConfigureAwait(false);
                var next = end is { } last ? new LinkingPosition(tables[at].Name, last)
                    : at + 1 < tables.Length ? new LinkingPosition(tables[at + 1].Name, [])
                    : null;
                return new LinkedRange(linked, unlinkable, next?.ToBytes());
            },
            cancellationToken).ConfigureAwait(false);
    }
}
