using GdprKit.Mapping;
using NodaTime;
using static GdprKit.ShopKeys;

namespace GdprKit.Retention;

/// <summary>The plan of a shop in which everything occurs that a plan can say.</summary>
internal static class ShopPlan
{
    public static readonly Key<DataCategory> Notes = Key<DataCategory>.Parse("notes");

    public static readonly Key<HoldQuery> Sales2024 = Key<HoldQuery>.Parse("sales-2024");

    public static readonly Key<ProcessingActivity> Statistics = Key<ProcessingActivity>.Parse("statistics");

    public static readonly ManualStore Binder = new()
    {
        Key = Key<ManualStore>.Parse("binder"),
        Name = LocalizedText.Of("map met sollicitaties", "folder of applications"),
        People = [Employees],
        Categories = [Name],
        Instruction = LocalizedText.Of("Zoek op achternaam en vernietig de brief.", "Look up the surname and shred the letter."),
    };

    /// <summary>Statistics outlive the shop's other uses of what a buyer bought; a note is archived before it goes.</summary>
    public static ProcessingRegister Register(Action<RegisterBuilder>? besides = null) => TestRegisters.Shop(register =>
    {
        register
            .Category(Notes, "aantekeningen", "notes")
            .Activity(Statistics, activity => activity
                .Name("Cijfers over verkoop", "Sales figures")
                .Purpose("Wij zien wat goed verkoopt.", "We see what sells well.")
                .OnLegitimateInterest("goed in te kopen", "to buy well", "LIA-2")
                .About(Customers).Uses(Purchases)
                .Keep(keep => keep.For(Period.FromYears(10)).After(InvoiceDate).ThenAnonymise()))
            .Activity(Key<ProcessingActivity>.Parse("service"), activity => activity
                .Name("Klantenservice", "Customer service")
                .Purpose("Wij helpen je.", "We help you.")
                .OnContract()
                .About(Customers).Uses(Notes)
                .Keep(Key<RetentionRule>.Parse("notes-in-use"), keep => keep.For(Period.FromYears(1)).After(LastPurchase).ThenArchive())
                .Keep(Key<RetentionRule>.Parse("notes-archived"), keep => keep.For(Period.FromYears(3)).After(LastPurchase)));
        besides?.Invoke(register);
    });

    public static StoreDescription Store { get; } = new("Shop", ShopStore.Description.Entities.Select(Changed).ToValueList());

    public static DisposalPlan Create(ProcessingRegister? register = null) =>
        DisposalPlan.Create(PersonalDataMap.Create(register ?? Register(), Maps, [Store], [Binder]));

    public static IPersonalDataMap[] Maps { get; } =
    [
        Map<Buyer>(data => data
            .IsSubject(Customers, b => b.Id)
            .Field(ShopKeys.Name, b => b.Name)
            .Field(EmailAddress, b => b.Email)
            .Field(Notes, "InternalRemark")
            .Event(InvoiceDate, b => b.Sales.Max(sale => (DateTime?)sale.SoldAt), TimeMeaning.ControllerLocal)),
        Map<Sale>(data => data
            .Called(nl: "verkopen", en: "sales")
            .BelongsTo(sale => sale.Buyer)
            .Field(Purchases, sale => sale.Remark)
            .AppliesWhen(Statistics, sale => sale.Lines.Any())
            .AppliesWhen(Invoicing, sale => sale.SoldAt > DateTime.MinValue)
            .Event(InvoiceDate, sale => sale.SoldAt, TimeMeaning.ControllerLocal)
            .Event(LastPurchase, sale => sale.SoldAt, TimeMeaning.ControllerLocal)
            .HoldQuery(Sales2024, sale => sale.SoldAt.Year == 2024, nl: "verkopen van 2024", en: "sales of 2024")),
        Map<SaleLine>(data => data.BelongsTo(line => line.Sale)),
        Map<Worker>(data => data
            .IsSubject(Employees, w => w.Id)
            .Field(ShopKeys.Name, w => w.Name)
            .Field(CitizenNumber, w => w.CitizenNumber)
            .Event(EmploymentEnded, w => w.LeftOn)),
    ];

    private static InlineMap<T> Map<T>(Action<PersonalDataMapBuilder<T>> configure)
        where T : class => new(configure);

    private static EntityDescription Changed(EntityDescription entity) => entity with
    {
        Properties = entity.Properties.Select(property => property with { IsNullable = property.Path.ToString() is "Email" or "InternalRemark" or "ManagerId" }).ToValueList(),
        References = entity.References.Select(reference => reference with { OnDelete = reference.Target == nameof(Worker) ? ReferenceDeletion.SetNull : ReferenceDeletion.Cascade }).ToValueList(),
    };
}
