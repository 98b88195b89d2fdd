namespace GdprKit.Mapping;

/// <summary>Rows that arise when something happens from which periods run: an invoice, a payment.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Topic">What it is about; it has both events.</param>
/// <param name="Date">When it happened.</param>
/// <param name="HasAmounts">Whether the rows, or what belongs to them, hold amounts of money, so that tax law asks to keep them.</param>
internal sealed record DatedRow(EntityDescription Entity, Topic Topic, PropertyDescription Date, bool HasAmounts)
{
    private static readonly string[] Amounts =
        ["amount", "total", "subtotal", "totaldue", "price", "unitprice", "cost", "tax", "vat", "freight", "bedrag", "totaal", "prijs", "stuksprijs", "btw", "kosten"];

    public static IReadOnlyList<DatedRow> Find(Findings findings)
    {
        var found = findings.Store.RootsFirst
            .Where(entity => findings.Rows.ContainsKey(entity.Name) && !(findings.Store.ParentOf(entity) is { } parent && findings.Rows.ContainsKey(parent.Name)))
            .Where(entity => !IsPartOfSuchRow(entity, findings))
            .Select(entity => (Entity: entity, Topic: Topics.Of(entity), Date: DateProperty.OfRow(entity)))
            .Where(each => each is { Topic: { Happened: not null, Latest: not null }, Date: not null })
            .ToList();
        var names = found.Select(each => each.Entity.Name).ToHashSet(StringComparer.Ordinal);
        return [.. found.Select(each => new DatedRow(each.Entity, each.Topic!, each.Date!, HaveAmounts(each.Entity, findings, names)))];
    }

    // The lines of an order are about orders too, and the order says when.
    private static bool IsPartOfSuchRow(EntityDescription entity, Findings findings) => findings.Rows[entity.Name].Owners
        .Any(owner => findings.Rows.ContainsKey(owner.Target) && Topics.Of(findings.Store[owner.Target])?.Category == Topics.Of(entity)?.Category);

    private static bool HaveAmounts(EntityDescription entity, Findings findings, HashSet<string> dated) =>
        findings.Store.FamilyOf(entity).Any(member => member.Properties.Any(IsAmount))
        || findings.Rows.Any(row => !dated.Contains(row.Key) && row.Value.Owners.Any(owner => owner.Target == entity.Name) && HaveAmounts(findings.Store[row.Key], findings, dated));

    private static bool IsAmount(PropertyDescription property)
    {
        var type = Nullable.GetUnderlyingType(property.Type) ?? property.Type;
        return (type == typeof(decimal) || type == typeof(double) || type == typeof(float) || !type.IsPrimitive)
            && NameParts.RunsOf(property.Path.Segments[^1]).Overlaps(Amounts);
    }
}
