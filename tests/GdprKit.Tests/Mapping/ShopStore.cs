namespace GdprKit.Mapping;

/// <summary>What a store of <see cref="Person"/> and the other classes keeps, as a store would describe it.</summary>
internal static class ShopStore
{
    public static StoreDescription Description { get; } = new("Shop",
    [
        Entity<Buyer>(nameof(Person), nameof(Person.Id), Property<int>("Id"), Property<string>("Name", nameof(Person)), Property<string>("Email"),
            Property<string>("Home.Street"), Property<string>("Home.City"), Property<string>("Former.Street"), Property<string>("Former.City"),
            Property<string>("InternalRemark")) with
        {
            References = [new(Path("Sales"), [Path("Id")], nameof(Sale), [Path("BuyerId")], IsForeignKey: false)],
        },
        Entity<Message>(null, "Id", Property<int>("Id"), Property<int>("SenderId"), Property<int>("RecipientId"),
            Property<string>("SenderName"), Property<string>("RecipientName"), Property<string>("Text")),
        Entity<Person>(null, "Id", Property<int>("Id"), Property<string>("Name")) with { IsAbstract = true },
        Entity<Sale>(null, "Id", Property<int>("Id"), Property<int>("BuyerId"), Property<DateTime>("SoldAt"), Property<string>("Remark")) with
        {
            References = [new(Path("Buyer"), [Path("BuyerId")], nameof(Buyer), [Path("Id")], IsForeignKey: true)],
        },
        Entity<SaleLine>(null, "Id", Property<int>("Id"), Property<int>("SaleId"), Property<string>("Article")) with
        {
            References = [new(Path("Sale"), [Path("SaleId")], nameof(Sale), [Path("Id")], IsForeignKey: true)],
        },
        Entity<Worker>(nameof(Person), "Id", Property<int>("Id"), Property<string>("Name", nameof(Person)), Property<string>("CitizenNumber"),
            Property<int?>("ManagerId"), Property<DateOnly?>("LeftOn"), Property<DateTimeOffset>("HiredAt")) with
        {
            References = [new(Path("Manager"), [Path("ManagerId")], nameof(Worker), [Path("Id")], IsForeignKey: true)],
        },
    ]);

    public static PropertyPath Path(string path) => PropertyPath.Parse(path);

    private static EntityDescription Entity<T>(string? derivesFrom, string key, params PropertyDescription[] properties) => new()
    {
        Name = typeof(T).Name,
        Type = typeof(T),
        Base = derivesFrom,
        Key = [Path(key)],
        Properties = properties.ToValueList(),
    };

    private static PropertyDescription Property<T>(string path, string declaredBy = "") => new()
    {
        Path = Path(path),
        Type = typeof(T),
        DeclaredBy = declaredBy,
        IsCollection = path.StartsWith("Former.", StringComparison.Ordinal),
        IsShadow = path is "InternalRemark" or "HiredAt" or "ManagerId" or "SaleId",
    };
}
