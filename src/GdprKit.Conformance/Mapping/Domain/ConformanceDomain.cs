using GdprKit.Mapping;

namespace GdprKit.Conformance;

/// <summary>The classes whose objects the suites put into a store, with their keys and references.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public static class ConformanceDomain
{
    /// <summary>
    /// Every class as an entity that is called after it. An adapter that makes tables from a description can make them from this
    /// one; an adapter whose host describes its own model declares the same keys and references there.
    /// </summary>
    public static StoreDescription Description { get; } = new("ConformanceDomain",
    [
        Entity<Account>(key: ["Branch", "Number"],
            [Required<int>("Branch"), Required<long>("Number"), Required<AccountRole>("Role"), Required<string>("Login") with { IsUnique = true }],
            [To("Sessions", ["Branch", "Number"], nameof(Session), ["AccountBranch", "AccountNumber"], isForeignKey: false)]),
        Entity<AddressBook>(key: ["Id"],
            [Required<int>("Id"), Required<string>("PersonCode"), Required<string>("Phones.Number")],
            [ToPerson("PersonCode")]),
        Entity<Appointment>(key: ["Id"],
            [
                Required<int>("Id"), Required<string>("PersonCode"), Optional<DateOnly?>("Day"), Optional<DateTime?>("DayWithTime"),
                Optional<DateTime?>("WallClock"), Optional<DateTime?>("Utc"), Optional<DateTimeOffset?>("Offset"),
            ],
            [ToPerson("PersonCode")]),
        Entity<CalendarEntry>(key: ["Id"],
            [
                Required<int>("Id"), Required<string>("PersonCode"), Optional<NodaTime.LocalDate?>("Day"),
                Optional<NodaTime.LocalDateTime?>("WallClock"), Optional<NodaTime.Instant?>("Moment"),
            ],
            [ToPerson("PersonCode")]),
        Entity<Household>(key: ["Id"],
            [Required<int>("Id"), Required<string>("Remark")],
            [To("Residents", ["Id"], nameof(Person), ["HouseholdId"], isForeignKey: false)]),
        Entity<Member>(key: ["Code"],
            [.. PropertiesOfPerson(), Optional<string>("Honour")],
            ReferencesOfPerson(),
            derivedFrom: nameof(Person)),
        Entity<Message>(key: ["Id"],
            [
                Required<Guid>("Id"), Optional<string>("SenderCode"), Optional<string>("RecipientCode"), Optional<string>("SenderName"),
                Optional<string>("RecipientName"), Required<string>("Text"),
            ],
            [ToPerson("SenderCode"), ToPerson("RecipientCode")]),
        Entity<Order>(key: ["Id"],
            [
                Required<int>("Id"), Required<string>("PersonCode"), Required<DateTime>("PlacedAt"), Optional<DateOnly?>("PaidOn"),
                Required<bool>("IsOpen"), Optional<string>("Note"), Required<bool>("IsHidden"),
            ],
            [ToPerson("PersonCode", navigation: "Person"), To("Lines", ["Id"], nameof(OrderLine), ["OrderId"], isForeignKey: false)]),
        Entity<OrderLine>(key: ["OrderId", "Number"],
            [Required<int>("OrderId"), Required<int>("Number"), Required<string>("Text")],
            [To("Order", ["OrderId"], nameof(Order), ["Id"], isForeignKey: true)]),
        Entity<Person>(key: ["Code"], [.. PropertiesOfPerson()], ReferencesOfPerson()),
        Entity<Session>(key: ["Id"],
            [Required<int>("Id"), Optional<int?>("AccountBranch"), Optional<long?>("AccountNumber"), Required<string>("Origin")],
            [To("Account", ["AccountBranch", "AccountNumber"], nameof(Account), ["Branch", "Number"], isForeignKey: true)]),
        Entity<Visit>(key: ["Id"],
            [Required<int>("Id"), Required<string>("PersonCode"), Required<DateOnly>("VisitedOn"), Required<string>("Remark")],
            [ToPerson("PersonCode")]),
    ]);

    private static IEnumerable<PropertyDescription> PropertiesOfPerson() =>
    [
        Required<string>("Code"), Required<string>("Name"), Optional<string>("Email"), Optional<string>("Home.Street"), Optional<string>("Home.City"),
        Optional<int?>("HouseholdId"), Optional<int?>("Score"), Optional<DateOnly?>("LeftOn"), Required<bool>("IsHidden"),
    ];

    private static ReferenceDescription[] ReferencesOfPerson() =>
    [
        To(null, ["HouseholdId"], nameof(Household), ["Id"], isForeignKey: true),
        To("Orders", ["Code"], nameof(Order), ["PersonCode"], isForeignKey: false),
        To(null, ["Code"], nameof(Message), ["SenderCode"], isForeignKey: false),
        To(null, ["Code"], nameof(Message), ["RecipientCode"], isForeignKey: false),
        .. new[] { nameof(AddressBook), nameof(Appointment), nameof(CalendarEntry), nameof(Visit) }
            .Select(entity => To(null, ["Code"], entity, ["PersonCode"], isForeignKey: false)),
    ];

    private static EntityDescription Entity<T>(string[] key, PropertyDescription[] properties, ReferenceDescription[] references, string? derivedFrom = null)
    {
        var name = typeof(T).Name;
        var foreignKeys = references.Where(reference => reference.IsForeignKey).SelectMany(reference => reference.Properties).ToHashSet();
        var own = derivedFrom is null ? [] : PropertiesOfPerson().Select(property => property.Path).ToHashSet();
        return new EntityDescription
        {
            Name = name,
            Type = typeof(T),
            Key = Paths(key),
            Base = derivedFrom,
            Properties = properties.Select(property => property with
            {
                IsUnique = property.IsUnique || key.Contains(property.Path.ToString()),
                IsForeignKey = foreignKeys.Contains(property.Path),
                IsCollection = property.Path.Segments[0] == nameof(AddressBook.Phones),
                DeclaredBy = own.Contains(property.Path) ? derivedFrom! : name,
            }).OrderBy(property => property.Path).ToValueList(),
            References = references.ToValueList(),
        };
    }

    private static PropertyDescription Required<T>(string path) => new() { Path = PropertyPath.Parse(path), Type = typeof(T), DeclaredBy = "" };

    private static PropertyDescription Optional<T>(string path) => Required<T>(path) with { IsNullable = true };

    private static ReferenceDescription ToPerson(string property, string? navigation = null) => To(navigation, [property], nameof(Person), ["Code"], isForeignKey: true);

    private static ReferenceDescription To(string? navigation, string[] properties, string target, string[] targetProperties, bool isForeignKey) =>
        new(navigation is null ? null : PropertyPath.Parse(navigation), Paths(properties), target, Paths(targetProperties), isForeignKey);

    private static ValueList<PropertyPath> Paths(string[] paths) => paths.Select(PropertyPath.Parse).ToValueList();
}
