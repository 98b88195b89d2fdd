namespace GdprKit.Mapping;

/// <summary>Resolves maps against the register and the store of the shop.</summary>
public abstract class MapTest
{
    internal static readonly IPersonalDataMap Buyers = Map<Buyer>(data => data.IsSubject(ShopKeys.Customers, b => b.Id));

    internal static readonly IPersonalDataMap Workers = Map<Worker>(data => data.IsSubject(ShopKeys.Employees, w => w.Id));

    private static readonly ProcessingRegister Register = TestRegisters.Shop();

    internal static IPersonalDataMap Map<T>(Action<PersonalDataMapBuilder<T>> configure)
        where T : class => new InlineMap<T>(configure);

    internal static PersonalDataMap Resolve(params IEnumerable<IPersonalDataMap> maps) => PersonalDataMap.Create(Register, maps, [ShopStore.Description]);

    internal static StoreEntity Resolve<T>(params IEnumerable<IPersonalDataMap> maps) =>
        Resolve(maps).Stores.Single().Entities.Single(entity => entity.Description.Type == typeof(T));

    internal static IReadOnlyList<string> FaultsOf(params IEnumerable<IPersonalDataMap> maps)
    {
        var resolving = () => Resolve(maps);
        return [.. resolving.Should().Throw<InvalidPersonalDataMapException>().Which.Faults.Select(fault => fault.ToString())];
    }
}
