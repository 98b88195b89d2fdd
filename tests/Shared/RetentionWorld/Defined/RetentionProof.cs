using GdprKit.Mapping;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.RetentionWorld;

/// <summary>Asks the service everything about a case, and compares each answer with the row-by-row definition.</summary>
public static class RetentionProof
{
    // By the clock on the wall: the day on which summer time begins has no twenty-fourth hour.
    private static readonly LocalTime LateInTheEvening = new(23, 0);

    /// <summary>The differences; none when all is well.</summary>
    /// <param name="one">The case, whose rows the store holds.</param>
    /// <param name="store">The store.</param>
    /// <param name="create">Makes the service.</param>
    /// <param name="answers">What people answered, as the ledger has it.</param>
    /// <param name="typeOf">The class of an entity of the store, by its name.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<IReadOnlyList<string>> DifferencesAsync(
        RetentionCase one, IPersonalDataStore store, Func<PersonalDataMap, IClock, DataRetention> create, DefinedAnswers answers, Func<string, Type> typeOf, CancellationToken cancellationToken)
    {
        var register = one.Register.TryCreate()!;
        var map = PersonalDataMap.Create(register, WorldMaps.Of(one.Maps), [store.Describe(cancellationToken)]);
        var zone = register.Controller.TimeZone;
        var retention = create(map, new FakeClock(zone.AtLeniently(one.Today.At(LateInTheEvening)).ToInstant()));
        var rows = new RowDefinition(register, new DefinedMaps(one.Maps, zone), one.World, one.Today, answers);
        var definition = new PreviewDefinition(rows, retention.Plan, typeOf);
        var proposed = one.Proposed.TryCreate()!;

        var differences = new List<string>();
        differences.AddRange(definition.Differences(await retention.PreviewAsync(cancellationToken)));
        differences.AddRange(definition.Differences(await retention.ForecastAsync(14, cancellationToken)));
        differences.AddRange(definition.Differences(await retention.CompareAsync(proposed, cancellationToken), new RowDefinition(proposed, rows.Maps, one.World, one.Today, answers), DisposalPlan.Create(PersonalDataMap.Create(proposed, WorldMaps.Of(one.Maps), [store.Describe(cancellationToken)]))));
        foreach (var person in one.World.All.SelectMany(rows.Maps.OwnersOf).Select(owner => owner.Person).OfType<SubjectId>().Distinct().Take(3))
        {
            differences.AddRange(definition.Differences(await retention.ExplainAsync(person, cancellationToken).ToListAsync(cancellationToken), person));
        }

        return differences;
    }
}
