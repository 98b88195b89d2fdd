namespace GdprKit.Mapping;

/// <summary>Says of each property in rows of people what it is thought to be.</summary>
internal sealed class PropertyGuesser(EntityDescription entity, RowContext context, Findings findings)
{
    // Words that say who somebody is, where the row of somebody else is about them: an order to another name.
    private static readonly string[] Persons =
        ["ship", "shipping", "bill", "billing", "delivery", "invoice", "customer", "client", "contact", "recipient", "buyer", "guest", "sender", "klant", "ontvanger", "afzender", "aflever", "factuur"];

    /// <summary>The guess; <see langword="null"/> for what the map says otherwise: keys and what leads to the owner, unless they say more than whose a row is.</summary>
    public PropertyGuess? Of(PropertyDescription property) =>
        entity.Key.Contains(property.Path) || LeadsToOwner(property) ? ByContent(property)
        : ByReference(property) ?? (PropertyGuess?)ByTechnicalWord(property) ?? ByWord(property) ?? new PropertyGuess.Field(property, Rest(property).Category, null);

    // Since when somebody is there, and when they were last, is what an account is about.
    private Topic Rest(PropertyDescription property) =>
        context.Topic == Topics.Other && (DateProperty.IsArrival(property) || DateProperty.IsLastActivity(property)) ? Topics.Account : context.Topic;

    private bool LeadsToOwner(PropertyDescription property) =>
        findings.Rows.TryGetValue(entity.Name, out var row) && row.Owners.Any(owner => owner.Properties.Contains(property.Path));

    private static PropertyGuess.Field? ByContent(PropertyDescription property) =>
        Suspicion.Of(property, hasPart: true)?.Word is { } word ? new PropertyGuess.Field(property, word.Category, word) : null;

    private PropertyGuess? ByReference(PropertyDescription property)
    {
        var targets = findings.Store.ReferencesOf(entity)
            .Where(reference => reference.IsForeignKey && reference.Properties.Contains(property.Path))
            .Select(reference => findings.Store[reference.Target])
            .Where(findings.IsPersonal)
            .ToList();
        if (targets.Count == 0)
        {
            return null;
        }

        var target = targets[0];
        if (!findings.People.TryGetValue(target.Name, out var people))
        {
            return NotPersonal(property, EntityName.One(target));
        }

        return context.IsPerson && property.IsUnique && people.Role is PeopleRole.User && context.Role is not PeopleRole.User
            ? new PropertyGuess.Field(property, Topics.Account.Category, null)
            : NotPersonal(property, findings.Store.LineOf(entity).Any(each => each.Name == target.Name) ? Another(people.One) : people.One);
    }

    private static PropertyGuess.NotPersonal? ByTechnicalWord(PropertyDescription property) => TechnicalWords.Of(property) is var (reason, word)
        ? new PropertyGuess.NotPersonal(property, reason, Mark.Guess($"technical, by '{word}'."))
        : null;

    private PropertyGuess.Field? ByWord(PropertyDescription property)
    {
        var found = Suspicion.Of(property)?.Word ?? (Suspicion.BesidePersonalData(property)?.Word is { } beside && Fits(property, beside) ? beside : null);
        return found switch
        {
            null => null,
            // Only somebody's job when the person works here; else how somebody is addressed.
            { Text: "title" or "titel" } when context.IsPerson && context.Role is not PeopleRole.Employee && NameParts.WordsOf(property.Path.Segments[^1]).Count == 1 =>
                new PropertyGuess.Field(property, "gender", found with { Meaning = "a salutation" }),
            { Text: "title" or "titel" } when !context.IsPerson => null,
            { Text: "name" or "naam" or "suffix" } when !context.IsPerson && !SaysWhose(property) => null,
            _ => new PropertyGuess.Field(property, found.Category, found),
        };
    }

    private static PropertyGuess.NotPersonal NotPersonal(PropertyDescription property, string one) =>
        new(property, $"key of {one}", Mark.Guess($"only the key of {one}."));

    private static string Another(string one) => $"another {one[(one.IndexOf(' ', StringComparison.Ordinal) + 1)..]}";

    private static bool SaysWhose(PropertyDescription property) => NameParts.RunsOf(property.Path.Segments[^1]).Overlaps(Persons);

    /// <summary>Names, places and notes are texts, or leave their text to another row; a yes, a number or a date is something about them. A preference can be a yes.</summary>
    private static bool Fits(PropertyDescription property, PersonalDataWord word)
    {
        var type = Nullable.GetUnderlyingType(property.Type) ?? property.Type;
        return property.IsForeignKey || word.Category == "preferences" || !(type.IsEnum || (Type.GetTypeCode(type) is >= TypeCode.Boolean and <= TypeCode.DateTime) || DateProperty.IsDate(type));
    }
}
