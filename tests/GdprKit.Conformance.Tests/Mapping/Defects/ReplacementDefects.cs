using System.Security.Cryptography;
using System.Text;
using GdprKit.Ledger;
using GdprKit.Mapping;
using GdprKit.Retention;

namespace GdprKit.Conformance.Mapping;

/// <summary>What adapters get wrong that replace values.</summary>
internal static class ReplacementDefects
{
    public static IReadOnlyDictionary<string, Func<ListedStore, IPersonalDataStore>> ByPromise { get; } = new Dictionary<string, Func<ListedStore, IPersonalDataStore>>
    {
        ["Keeps_unique_values_unique"] = sound => new Replaces(sound, each => each.By is Replacement.PerRow text ? each with { By = new Replacement.Constant(text.Make()) } : each),
        ["Replaces_a_value_once"] = sound => new Replaces(sound, each => each with { By = new Replacement.Constant($"{each.By} {Guid.NewGuid():N}") }),
        ["Replaces_what_cannot_be_empty"] = sound => new Replaces(sound, each => each.Property.Segments.Count > 1 ? each with { Property = PropertyPath.Parse("Home.Street") } : each),
        ["Tells_nothing_by_a_replacement"] = sound => new HidesNothing(sound),
    };

    private sealed class Replaces(ListedStore sound, Func<FieldReplacement, FieldReplacement> spoil) : DefectiveStore(sound)
    {
        public override ValueTask<ValueList<long>> DisposeOfAsync(ValueList<RowDisposal> disposals, Func<ValueList<long>, ILedgerStore, CancellationToken, ValueTask>? record, CancellationToken cancellationToken) =>
            base.DisposeOfAsync(
                disposals.Select(disposal => disposal.Change is RowChange.Empty empty ? disposal with { Change = empty with { Replacements = empty.Replacements.Select(spoil).ToValueList() } } : disposal).ToValueList(),
                record,
                cancellationToken);
    }

    // Whoever guesses an address can see whose it was.
    private sealed class HidesNothing(ListedStore sound) : DefectiveStore(sound)
    {
        public override async ValueTask<ValueList<long>> DisposeOfAsync(ValueList<RowDisposal> disposals, Func<ValueList<long>, ILedgerStore, CancellationToken, ValueTask>? record, CancellationToken cancellationToken)
        {
            var before = Sound.Queue.OfType<Person>().Select(person => (Person: person, person.Email)).ToList();
            var gone = await base.DisposeOfAsync(disposals, record, cancellationToken);
            foreach (var (person, email) in before.Where(each => each.Email is not null && each.Person.Email != each.Email))
            {
                person.Email = $"anon-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(email!)))[..16]}@example.invalid";
            }

            return gone;
        }
    }
}
