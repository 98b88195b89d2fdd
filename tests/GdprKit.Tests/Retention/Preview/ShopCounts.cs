using NodaTime;

namespace GdprKit.Retention;

/// <summary>What was counted in the shop of <see cref="ShopPlan"/>, as a store would have answered.</summary>
internal static class ShopCounts
{
    private static readonly LocalDate Today = new(2027, 3, 1);

    public static RetentionPreview Preview(DisposalPlan plan, Func<EntityPreview, EntityPreview>? change = null) => new()
    {
        MadeAt = Instant.FromUtc(2027, 3, 1, 10, 5),
        Today = Today,
        Register = plan.Register.Hash,
        Entities = plan.Entities.Select(Entity).Select(change ?? (entity => entity)).ToValueList(),
    };

    /// <summary>Nothing is due, nothing is unknown.</summary>
    public static RetentionPreview Quiet(DisposalPlan plan) => Preview(plan, entity => entity with
    {
        RowsToGo = 0,
        Groups = entity.Groups.Select(group => group with { Due = 0, InRowsThatStay = 0, DueByYear = [], DueByAction = [], ToArchive = 0, Unresolved = [], Examples = [] }).ToValueList(),
    });

    public static RetentionForecast Forecast(DisposalPlan plan, Func<int, long>? perMonth = null) => new()
    {
        Today = Today,
        Register = plan.Register.Hash,
        Groups = plan.Entities.SelectMany(entity => entity.Groups.Select((group, index) => new GroupForecast(
            entity.Store,
            entity.Entity.Description.Name,
            Paths(group),
            group.Categories,
            Enumerable.Range(0, 36).Select(month => new DueInMonth(new YearMonth(2027, 3).PlusMonths(month), (perMonth ?? (each => each * (index + 1)))(month))).ToValueList(),
            7))).ToValueList(),
    };

    private static EntityPreview Entity(PlannedEntity entity) => new()
    {
        Store = entity.Store,
        Entity = entity.Entity.Description.Name,
        Rows = entity.ToString() switch { "SaleLine" => 2240, "Sale" => 412, "Buyer" => 59, _ => 8 },
        RowsToGo = RowsToGo(entity),
        Groups = entity.Groups.Select(group => Group(entity, group)).ToValueList(),
    };

    private static int RowsToGo(PlannedEntity entity) => entity.ToString() switch { "SaleLine" => 300, "Sale" => 166, "Buyer" => 13, _ => 1 };

    private static GroupPreview Group(PlannedEntity entity, FieldGroup group)
    {
        var due = (entity.ToString(), group.Fields[0].ToString()) switch { ("Sale", _) => 180, ("Buyer", "Email") => 46, ("Buyer", _) => 13, _ => 1 };
        return new GroupPreview
        {
            Fields = Paths(group),
            Categories = group.Categories,
            Due = due,
            InRowsThatStay = Math.Max(0, due - RowsToGo(entity)),
            DueByYear = due > 2 ? [new DueInYear(2018, OrEarlier: true, 3), new DueInYear(2026, OrEarlier: false, due - 3)] : [new DueInYear(2026, OrEarlier: false, due)],
            DueByAction = [new DueAction(DisposalAction.Delete, due)],
            ToArchive = group.Activities.Any(activity => activity.Archives) ? 5 : 0,
            Activities = group.Activities.Select((activity, index) => new ActivityNeed(activity.Activity.Key, activity.Rules.Select(rule => rule.Key).ToValueList(), index * 10)).ToValueList(),
            Unresolved = entity.ToString() == "Buyer" ? [new UnresolvedRows(UnresolvedReason.DateMissing, 4), new UnresolvedRows(UnresolvedReason.ConsentUnknown, 1)] : [],
            Examples = [[1L], ["a\"<b>"], [Guid.Empty]],
        };
    }

    private static ValueList<PropertyPath> Paths(FieldGroup group) => group.Fields.Select(field => field.Field.Property.Path).ToValueList();
}
