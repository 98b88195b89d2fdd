using System.Globalization;
using GdprKit.Benchmarks.Databases;
using GdprKit.Ledger;
using GdprKit.Requests;
using GdprKit.Subjects;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.Benchmarks.Restores;

/// <summary>What happens in a hotel: guests stay, and later some are erased. Their erasures are recorded as GdprKit records them, with many orders in a batch.</summary>
internal sealed class HotelHistory(BenchmarkDatabase database, IServiceProvider services, int people, int erasures)
{
    private const int OrdersAtOnce = 250;

    private static readonly DateTime FirstDay = new(2010, 1, 1);

    /// <summary>Every how many people one is erased, so that they stand among the others.</summary>
    public int Every => people / erasures;

    /// <summary>Who is erased.</summary>
    public IEnumerable<int> Erased => Enumerable.Range(1, erasures).Select(number => number * Every);

    /// <summary>Of who is erased one in ten has a bill.</summary>
    public static bool HasBill(int number) => number % 10 == 0;

    /// <summary>Everybody is there, has one stay, and is linked.</summary>
    public async Task FillAsync(bool isLinked, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<HotelContext>().Database.EnsureCreatedAsync(cancellationToken);
        var numbers = string.Format(CultureInfo.InvariantCulture, database.Numbers, people);
        foreach (var statement in (string[])
        [
            """CREATE TABLE "Remembered" ("GuestId" integer PRIMARY KEY, "On" text NOT NULL)""",
            $"""INSERT INTO "Guests" ("Id", "Name", "Email", "ArrivedAt") SELECT n, 'name ' || n, 'mail' || n || '@guest.example', {database.DayAfter("n % 5000")} FROM {numbers}""",
            $"""INSERT INTO "Stays" ("Id", "GuestId", "At", "Wishes") SELECT n, n, {database.DayAfter("n % 5000")}, 'a room with a view over the sea' FROM {numbers}""",
            $"""INSERT INTO "Bills" ("Id", "GuestId", "At", "Address") SELECT n, n, {database.DayAfter("5500 + n % 300")}, 'a street with a name, 1234 AB a place' FROM {numbers} WHERE (n / {Every}) % 10 = 0""",
        ])
        {
            await database.ExecuteAsync(statement, cancellationToken);
        }

        if (isLinked)
        {
            await scope.ServiceProvider.GetRequiredService<SubjectLinking>().LinkAllAsync(null, cancellationToken);
        }

        await database.ExecuteAsync(database.AfterFilling, cancellationToken);
        await PumpAsync(cancellationToken);
    }

    /// <summary>They are erased, and the mirror has it.</summary>
    public async Task EraseAsync(CancellationToken cancellationToken)
    {
        foreach (var some in Erased.Chunk(OrdersAtOnce))
        {
            await using var scope = services.CreateAsyncScope();
            var provider = scope.ServiceProvider;
            ValueList<SubjectId> subjects = [.. some.Select(id => SubjectId.Of(Hotel.Guests, id))];
            var links = await provider.GetRequiredService<ISubjectDirectory>().LinkAsync(subjects, Hotel.Now, cancellationToken);
            var tags = await provider.GetRequiredService<MatchTags>().MakeAsync(subjects, cancellationToken);
            await provider.GetRequiredService<LedgerStreams>().AppendAsync(
                [.. some.Select((id, place) => StreamChange.To<ErasureOrder>(ErasureOrder.StreamOf(links[place].Ref, EntryId.New(Hotel.Now)), null, _ => Entries(id, tags[place])))], null, cancellationToken);
        }

        await PumpAsync(cancellationToken);
    }

    private ValueList<EntryDraft> Entries(int id, MatchTag tag)
    {
        var today = services.GetRequiredService<DataRetention>().Today;
        var place = services.GetRequiredService<DataRetention>().EntitiesOf(Hotel.Guests).Select(entity => ErasurePlace.KeyOf(entity.Store)).First();
        var hasBill = HasBill(id / Every);
        var arrived = ErasureArrival.Of(FirstDay.AddDays(id % 5000));
        ValueList<Key<DataCategory>> gone = [Hotel.Email, Hotel.Name, Hotel.Wishes];
        return
        [
            ErasureEntries.Ordered.Draft(new ErasureOrdered(today, Hotel.Owner.Key, Hotel.Guests, null, [new ErasurePlaceState { Kind = ErasurePlaceKind.Store, Key = place }], tag, arrived, false)),
            ErasureEntries.RowsGone.Draft(new ErasureRowsGone(place, hasBill ? 1 : 2, hasBill ? 1 : 0, gone)),
            ErasureEntries.PlaceAnswered.Draft(new ErasurePlaceAnswered(
                ErasurePlaceKind.Store, place, today, hasBill ? ErasurePlaceAnswer.Waiting : ErasurePlaceAnswer.Done, null, 0, hasBill ? today.PlusYears(8) : null, hasBill ? Hotel.Now.Plus(NodaTime.Duration.FromDays(2_920)) : null, [])),
            .. hasBill ? (ReadOnlySpan<EntryDraft>)[] : [ErasureEntries.Completed.Draft(new ErasureStep(today, null))],
        ];
    }

    private async Task PumpAsync(CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<LedgerSequencer>().PumpAsync(cancellationToken);
    }
}
