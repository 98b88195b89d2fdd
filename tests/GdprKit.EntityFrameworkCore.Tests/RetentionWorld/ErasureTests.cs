using GdprKit.RetentionWorld;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.EntityFrameworkCore.RetentionWorld;

/// <summary>What the erasure of somebody leaves in a database is what is decided row by row, and it says how many rows went.</summary>
public sealed class ErasureTests(PostgreSqlServer server) : WorldProof(server, few: 20)
{
    private protected override async Task<List<string>> DifferencesAsync(RetentionCase one, WorldDatabase database, Action<DbContextOptionsBuilder> configure)
    {
        var register = one.Register.TryCreate()!;
        var zone = register.Controller.TimeZone;
        var maps = new DefinedMaps(one.Maps, zone);
        List<SubjectId> people = [.. one.World.All.SelectMany(maps.OwnersOf).Select(owner => owner.Person).OfType<SubjectId>().Distinct()];
        if (people.Count == 0)
        {
            return [];
        }

        await using var provider = Host(one, register, configure, gdpr => gdpr.WithoutLedgerMirror("a test"));
        var person = people[one.Today.Day % people.Count];
        var holds = DefinedHolds.Of(one, maps);
        var answers = DefinedAnswers.Of(one, register, maps);
        await database.AnswerAsync(answers, zone);
        var placed = await PlaceAsync(provider, holds, one.Today);
        try
        {
            var order = await EraseAsync(provider, person);
            var definition = new RunDefinition(register, maps, provider.GetRequiredService<DataRetention>().Plan, holds, answers, one.Today, WorldDatabase.TypeOf) { Erased = person };
            var (left, before) = (definition.Run(one.World), -1L);
            while (definition.Counts.Values.Sum() is var gone && gone > before)
            {
                (left, before) = (definition.Run(left), gone);
            }

            var told = await database.ReadAsync();
            var rows = definition.Counts.Where(count => count.Key.EndsWith(": ", StringComparison.Ordinal)).Sum(count => count.Value);
            var store = order.Places.SingleOrDefault(place => place is { Kind: ErasurePlaceKind.Store });
            return
            [
                .. Differences(WorldCopy.Told(left), WorldCopy.Told(told)),
                .. store is { Answer: ErasurePlaceAnswer.Unspecified, IsByHand: false } ? ["the store did not answer"] : Array.Empty<string>(),
                .. store is not null && store.Deleted != rows ? [$"{rows} rows went, and {store.Deleted} were recorded"] : Array.Empty<string>(),
            ];
        }
        finally
        {
            await LiftAsync(provider, placed);
        }
    }

    private static async Task<ErasureOrder> EraseAsync(ServiceProvider provider, SubjectId person)
    {
        await using var scope = provider.CreateAsyncScope();
        var erasures = scope.ServiceProvider.GetRequiredService<Erasures>();
        var order = await erasures.OrderAsync(person, Owner, cancellationToken: Token);
        await scope.ServiceProvider.GetRequiredService<ErasureRunner>().RunAsync(Token);
        var done = (await erasures.FindAsync(order.Id, Token))!;

        // The next case is about other rows of the same database.
        await erasures.EndAsync(order.Id, Owner, Token);
        return done;
    }
}
