using GdprKit.Mapping;
using GdprKit.Retention;

namespace GdprKit.Requests;

/// <summary>Reads what goes of several people when it goes together, by the very conditions by which it goes, and whose it is. It holds no row.</summary>
internal sealed class ErasureForecast
{
    private readonly Dictionary<SubjectId, ErasureShare> _shares;
    private readonly Dictionary<(string Entity, bool IsWhole), long> _rows = [];

    private ErasureForecast(ErasureScope erasure) => _shares = erasure.People.ToDictionary(person => person, _ => new ErasureShare());

    /// <summary>Reads it.</summary>
    /// <param name="retention">What is kept, how long, and why.</param>
    /// <param name="erasure">Whose data.</param>
    /// <param name="store">In which store.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>What goes; <see langword="null"/> when a row is of two of the people, so that nobody can say whose erasure takes it.</returns>
    public static async ValueTask<ErasureForecast?> ReadAsync(DataRetention retention, ErasureScope erasure, string store, CancellationToken cancellationToken)
    {
        var (forecast, erasing) = (new ErasureForecast(erasure), retention.On(retention.Today, erasure));
        foreach (var entity in retention.EntitiesOf(erasure.Kind).Where(entity => entity.Store == store))
        {
            if (!await forecast.ReadAsync(retention, erasure, erasing, entity, cancellationToken).ConfigureAwait(false))
            {
                return null;
            }
        }

        return forecast;
    }

    /// <summary>Whether anything goes.</summary>
    public bool IsAnything => _rows.Values.Any(rows => rows > 0);

    /// <summary>What goes of a person.</summary>
    public ErasureShare Of(SubjectId person) => _shares[person];

    /// <summary>Whether as much went as was read, of each entity.</summary>
    /// <param name="together">What was done.</param>
    /// <param name="changed">How many rows changed by each.</param>
    public bool IsWhatWent(ValueList<RowDisposal> together, ValueList<long> changed) => together
        .Zip(changed)
        .GroupBy(each => (each.First.Entity.Description.Name, each.First.Change is RowChange.Delete))
        .All(group => _rows.GetValueOrDefault(group.Key) == group.Sum(each => each.Second));

    private async ValueTask<bool> ReadAsync(DataRetention retention, ErasureScope erasure, RowRetention erasing, PlannedEntity entity, CancellationToken cancellationToken)
    {
        var emptying = entity.Groups.Where(group => !group.Changing.IsEmpty).ToList();
        var owners = entity.Entity.Owners.Where(owner => owner.Kind == erasure.Kind).ToList();
        var request = new RowRequest
        {
            Where = RowCondition.Any(owners.SelectMany(owner => erasure.People.Select(person => new RowCondition.BelongsTo(person, owner)))),
            Conditions =
            [
                .. erasure.People.Select(person => RowCondition.Any(owners.Select(owner => new RowCondition.BelongsTo(person, owner)))),
                erasing.RowGoes(entity),
                .. emptying.Select(group => RowCondition.All(erasing.Due(entity, group), group.Change.Holding)),
            ],
        };
        await foreach (var row in StoreAnswers.ReadAsync(entity, retention.Store(entity.Store).ReadAsync(entity.Entity, request, cancellationToken), cancellationToken).ConfigureAwait(false))
        {
            var whose = erasure.People.Where((_, place) => row.Conditions[place]).Take(2).ToList();
            if (whose is not [var person])
            {
                return false;
            }

            var share = _shares[person];
            if (row.Conditions[erasure.People.Count])
            {
                share.Deleted++;
                share.Categories.UnionWith(entity.Entity.Fields.Select(field => field.Category));
                Count(entity.Name, isWhole: true);
                continue;
            }

            share.HasRest = true;
            foreach (var (group, place) in emptying.Select((group, place) => (group, place)).Where(each => row.Conditions[erasure.People.Count + 1 + each.place]))
            {
                share.Emptied++;
                share.Categories.UnionWith(entity.Entity.Fields.Where(field => group.Change.Takes(field.Property.Path)).Select(field => field.Category));
                Count(entity.Name, isWhole: false);
            }
        }

        return true;
    }

    private void Count(string entity, bool isWhole) => _rows[(entity, isWhole)] = _rows.GetValueOrDefault((entity, isWhole)) + 1;
}
