using GdprKit.Mapping;

namespace GdprKit;

/// <summary>
/// Where the application holds personal data, of whom, and of what kind: all maps, resolved against what the stores keep and
/// checked against the register.
/// </summary>
/// <remarks>Immutable and without faults: a map with faults does not come into being. Safe for use by several threads.</remarks>
public sealed class PersonalDataMap
{
    private PersonalDataMap(ProcessingRegister register, ValueList<EntityMap> entities, ValueList<StoreMap> stores, ValueList<ManualStore> manualStores) =>
        (Register, Entities, Stores, ManualStores) = (register, entities, stores, manualStores);

    /// <summary>The register that the map is checked against.</summary>
    public ProcessingRegister Register { get; }

    /// <summary>The maps as declared, ordered by the name of their class.</summary>
    public ValueList<EntityMap> Entities { get; }

    /// <summary>What each store keeps of whom, ordered by its name; empty when no store was given.</summary>
    public ValueList<StoreMap> Stores { get; }

    /// <summary>What is kept outside the application, ordered by key.</summary>
    public ValueList<ManualStore> ManualStores { get; }

    /// <summary>Resolves maps.</summary>
    /// <param name="register">The register that declares the categories, kinds of people and events.</param>
    /// <param name="maps">The maps; the order does not matter.</param>
    /// <param name="stores">
    /// What the stores keep. Without any, only what the maps say by themselves is checked, and <see cref="Stores"/> is empty.
    /// </param>
    /// <param name="manualStores">What is kept outside the application; none when left out.</param>
    /// <exception cref="InvalidPersonalDataMapException">The maps have faults; the exception carries all of them.</exception>
    public static PersonalDataMap Create(ProcessingRegister register, IEnumerable<IPersonalDataMap> maps, IEnumerable<StoreDescription> stores, IEnumerable<ManualStore>? manualStores = null)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(maps);
        ArgumentNullException.ThrowIfNull(stores);
        var faults = new List<MapFault>();
        var declared = maps.Select(map => map.Declare(faults)).OrderBy(map => map.Entity.FullName, StringComparer.Ordinal).ThenBy(map => map.StoredAs, StringComparer.Ordinal).ToValueList();
        return Resolve(register, declared, stores, manualStores ?? [], faults);
    }

    /// <summary>The same maps under another register: what a proposed change would mean, before it is made.</summary>
    /// <param name="register">The other register.</param>
    /// <exception cref="InvalidPersonalDataMapException">The maps do not fit it: they name what it no longer declares.</exception>
    public PersonalDataMap Under(ProcessingRegister register)
    {
        ArgumentNullException.ThrowIfNull(register);
        return Resolve(register, Entities, Stores.Select(store => store.Description), ManualStores, []);
    }

    private static PersonalDataMap Resolve(
        ProcessingRegister register, ValueList<EntityMap> declared, IEnumerable<StoreDescription> stores, IEnumerable<ManualStore> manualStores, List<MapFault> faults)
    {
        var mapped = stores.OrderBy(store => store.Name, StringComparer.Ordinal).Select(store => new MappedStore(store, declared.ToList())).ToList();
        faults.AddRange(DeclarationCheck.Find(register, declared));
        var manual = manualStores.OrderBy(store => store.Key).ToValueList();
        faults.AddRange(manual.SelectMany(store => ManualStoreCheck.Find(register, store)));
        faults.AddRange(mapped.GroupBy(store => store.Description.Name).Where(same => same.Count() > 1).Select(same => MapFaults.StoreNamedTwice(same.Key)));
        faults.AddRange(mapped.Count == 0 ? [] : PlacementCheck.Find(declared, mapped));
        var resolved = mapped.Select(store => new StoreResolution(register, store, faults).Resolve()).ToValueList();
        return faults.Count == 0 ? new PersonalDataMap(register, declared, resolved, manual) : throw new InvalidPersonalDataMapException(Ordered(faults));
    }

    // One slip of a base class shows up in every class derived from it.
    private static ValueList<MapFault> Ordered(IEnumerable<MapFault> faults) => faults
        .Distinct()
        .OrderBy(fault => fault.Place, StringComparer.Ordinal)
        .ThenBy(fault => fault.Id, StringComparer.Ordinal)
        .ThenBy(fault => fault.Fault, StringComparer.Ordinal)
        .ToValueList();
}
