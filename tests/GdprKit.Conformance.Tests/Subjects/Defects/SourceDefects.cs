using System.Globalization;
using System.Text;
using GdprKit.Conformance.Ledger;
using GdprKit.Subjects;
using NodaTime;

namespace GdprKit.Conformance.Subjects;

/// <summary>What sources of people get wrong, each with the promise that it breaks.</summary>
internal static class SourceDefects
{
    public static IReadOnlyDictionary<string, Func<SourceDefect>> ByPromise { get; } = new Dictionary<string, Func<SourceDefect>>
    {
        ["Compares_keys_ordinally"] = () => new() { Subjects = sound => new DirectoryDefects.ComparesAsSomeDatabasesDo(sound) },
        ["Doing_a_range_twice_is_doing_it_once"] = () => new() { Subjects = sound => new KnowsNobody(sound) },
        ["Goes_on_where_a_range_ended"] = () => new() { Source = sound => new EndsWithTheSecond(sound) },
        ["Keeps_links_that_stand"] = () => new() { Subjects = sound => new DirectoryDefects.LinksAnew(sound) },
        ["Links_everybody_once"] = () => new() { Rows = rows => rows.Where(row => row is not Person { IsHidden: true }) },
        ["Meets_who_stays_while_others_come_and_go"] = () => new() { Source = sound => new GoesOnByNumber(sound) },
        ["Several_who_link_at_once_give_everybody_one_ref"] = FailsBesideOthers,
        ["Stops_when_cancelled"] = () => new() { Source = sound => new CannotBeStopped(sound) },
        ["Tells_how_many_cannot_be_linked"] = () => new() { Rows = rows => rows.Where(row => row is not Person { Code: "" }) },
    };

    private static SourceDefect FailsBesideOthers()
    {
        var linking = new Counter();
        return new() { Source = sound => new FailsBeside(sound, linking) };
    }

    private sealed class KnowsNobody(ISubjectDirectory sound) : DefectiveDirectory(sound)
    {
        public override ValueTask<ValueList<SubjectLink>> FindBySubjectAsync(ValueList<SubjectId> subjects, CancellationToken cancellationToken) => new([]);
    }

    private sealed class EndsWithTheSecond(ListedSource sound) : DefectiveSource(sound)
    {
        public override async ValueTask<LinkedRange> LinkNextAsync(ValueList<byte> position, int limit, Instant now, CancellationToken cancellationToken)
        {
            var range = await Sound.LinkNextAsync(position, limit, now, cancellationToken);
            return position.IsEmpty ? range : range with { Next = null };
        }
    }

    private sealed class GoesOnByNumber(ListedSource sound) : DefectiveSource(sound)
    {
        public override async ValueTask<LinkedRange> LinkNextAsync(ValueList<byte> position, int limit, Instant now, CancellationToken cancellationToken)
        {
            var done = position.IsEmpty ? 0 : int.Parse(position.AsSpan(), CultureInfo.InvariantCulture);
            var range = Sound.People.Skip(done).Take(limit).ToList();
            var (linked, unlinkable) = await Sound.LinkAsync(range, now, cancellationToken);
            return new LinkedRange(linked, unlinkable, range.Count < limit ? null : [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{done + limit}"))]);
        }
    }

    private sealed class FailsBeside(ListedSource sound, Counter linking) : DefectiveSource(sound)
    {
        public override async ValueTask<LinkedRange> LinkNextAsync(ValueList<byte> position, int limit, Instant now, CancellationToken cancellationToken)
        {
            try
            {
                if (linking.Add(1) > 1)
                {
                    throw new InvalidOperationException("deadlock detected");
                }

                // Until somebody comes beside it, or nobody does.
                for (var i = 0; i < 100_000 && linking.Value == 1; i++)
                {
                    await Task.Yield();
                }

                return await Sound.LinkNextAsync(position, limit, now, cancellationToken);
            }
            finally
            {
                linking.Add(-1);
            }
        }
    }

    private sealed class Counter
    {
        private int _value;

        public int Value => Volatile.Read(ref _value);

        public int Add(int number) => Interlocked.Add(ref _value, number);
    }

    private sealed class CannotBeStopped(ListedSource sound) : DefectiveSource(sound)
    {
        public override ValueTask<LinkedRange> LinkNextAsync(ValueList<byte> position, int limit, Instant now, CancellationToken cancellationToken) =>
            Sound.LinkNextAsync(position, limit, now, CancellationToken.None);
    }
}
