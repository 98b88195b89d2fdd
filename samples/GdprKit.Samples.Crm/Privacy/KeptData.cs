using System.Runtime.CompilerServices;
using GdprKit.Mapping;

namespace GdprKit.Samples.Crm.Privacy;

/// <summary>Reads what the shop keeps of a person: every field with its value, until when, and why.</summary>
public sealed class KeptData(DataRetention retention, PersonalDataMap map, IPersonalDataStore store)
{
    public async Task<IReadOnlyList<KeptTable>> OfAsync(SubjectId person, CancellationToken cancellationToken)
    {
        var fields = await ReadAsync(person, cancellationToken).ToListAsync(cancellationToken);
        return
        [
            .. from planned in retention.Plan.Entities.Reverse()
               let order = OrderIn(planned.Entity)
               let theirs = fields.Where(field => field.Row.Entity == planned.Entity.Description.Name).OrderBy(field => order.IndexOf(field.Property)).ToList()
               where theirs.Count > 0
               select new KeptTable(planned.Entity, theirs.DistinctBy(field => field.Row.Key).Count(), KeptGroup.Of(theirs).ToValueList()),
        ];
    }

    // As the map names them: a street before a city.
    private List<PropertyPath> OrderIn(StoreEntity entity) =>
        [.. map.Entities.Where(declared => declared.Entity == entity.Description.Type).SelectMany(declared => declared.Fields).Select(field => field.Property)];

    private async IAsyncEnumerable<KeptField> ReadAsync(SubjectId person, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var values = new Dictionary<(string Entity, ValueList<object?> Key, PropertyPath Property), object?>();
        foreach (var planned in retention.Plan.Entities)
        {
            await foreach (var record in store.ExportAsync(planned.Entity, person, cancellationToken))
            {
                foreach (var value in record.Values)
                {
                    values[(record.Entity, record.Key, value.Property)] = value.Value;
                }
            }
        }

        await foreach (var row in retention.ExplainAsync(person, cancellationToken))
        {
            foreach (var field in row.Fields)
            {
                yield return new KeptField(row, field.Property, values.GetValueOrDefault((row.Entity, row.Key, field.Property)), field.Retention);
            }
        }
    }
}
