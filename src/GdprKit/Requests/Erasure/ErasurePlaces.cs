using GdprKit.Ledger;
using GdprKit.Retention;

namespace GdprKit.Requests;

/// <summary>Whose answer an erasure needs.</summary>
internal sealed class ErasurePlaces(DataRetention retention, IEnumerable<StreamFold> folds, IEnumerable<IErasureTarget> targets)
{
    private readonly ValueList<StreamFold> _folds = folds.ToValueList();

    private readonly Lazy<ValueList<CoverageFinding>> _undeclared = new(() => CoverageReport.Of(retention.Map).Findings
        .Where(finding => finding.Kind is CoverageGap.UndeclaredProperty or CoverageGap.UndeclaredEntity).ToValueList());

    private PersonalDataMap Map => retention.Map;

    /// <summary>What keeps rows from going, about whomever they are.</summary>
    public RowShield Shield { get; } = RowShield.Of(folds);

    /// <summary>What looks like personal data in the stores and is declared nowhere.</summary>
    public ValueList<CoverageFinding> Undeclared => _undeclared.Value;

    /// <summary>The statements by which data of a person go.</summary>
    public RunPlan PlanOf(ErasureScope erasure) => new(Map, retention.On(retention.Today, erasure), _folds);

    /// <summary>The target with a key; <see langword="null"/> when it is not registered any more.</summary>
    public IErasureTarget? Target(Key<ErasurePlace> key) => targets.FirstOrDefault(target => target.Key == key);

    /// <summary>The name of the store with a key; <see langword="null"/> when there is none any more.</summary>
    public string? Store(Key<ErasurePlace> key) => Map.Stores.Select(store => store.Description.Name).FirstOrDefault(name => ErasurePlace.KeyOf(name) == key);

    /// <summary>Whose answer the erasure of a person needs, ordered.</summary>
    /// <exception cref="ErasureException">GDPR1579: two have one key.</exception>
    public ValueList<ErasurePlace> Of(ErasureScope erasure)
    {
        var (kind, plan) = (erasure.Kind, PlanOf(erasure));
        var recipients = Map.Register.ActivitiesInReadingOrder.Where(activity => activity.People.Contains(kind)).SelectMany(activity => activity.Recipients).Distinct();
        List<ErasurePlace> places =
        [
            .. retention.EntitiesOf(kind).Select(entity => entity.Store).Distinct().Select(store => OfStore(store, plan)),
            .. targets.Select(target => new ErasurePlace(ErasurePlaceKind.Target, target.Key)),
            .. Map.ManualStores.Where(store => store.People.Contains(kind)).Select(store => new ErasurePlace(ErasurePlaceKind.ManualStore, Key<ErasurePlace>.Parse(store.Key.ToString())) { Name = store.Name }),
            .. Undeclared.IsEmpty ? [] : new[] { new ErasurePlace(ErasurePlaceKind.Undeclared, Key<ErasurePlace>.Parse("undeclared")) },
            .. recipients.Select(key => new ErasurePlace(ErasurePlaceKind.Recipient, Key<ErasurePlace>.Parse(key.ToString())) { Name = Plain(Map.Register.Recipients[key].Name) }),
        ];
        return places.GroupBy(place => (place.Kind, place.Key)).FirstOrDefault(same => same.Count() > 1) is { Key.Key: var twice }
            ? throw ErasureRefusals.PlacesAlike(twice)
            : places.OrderBy(place => place.Kind).ThenBy(place => place.Key).ToValueList();
    }

    private static LocalizedText Plain(string name) => LocalizedText.Of(nl: name, en: name);

    private ErasurePlace OfStore(string name, RunPlan plan) => new(ErasurePlaceKind.Store, ErasurePlace.KeyOf(name)) { Name = Plain(name), WhyByHand = WhyNotDisposable(name, plan) };

    private string? WhyNotDisposable(string name, RunPlan plan) => retention.Store(name) is IPersonalDataDisposer disposer
        ? plan.TransactionsOf(name).SelectMany(together => together).Select(disposer.WhyNotDisposable).FirstOrDefault(why => why is not null)
        : $"the store '{name}' can only be read";
}
