namespace GdprKit.Mapping;

/// <summary>What is known of a row before its properties are looked at.</summary>
/// <param name="Topic">What it holds where no property says otherwise.</param>
/// <param name="IsPerson">Whether the row is a person, and does not only belong to one.</param>
/// <param name="Role">What the people are, where they are all the same.</param>
/// <param name="Of">Whose row it is, in English: "a customer".</param>
internal sealed record RowContext(Topic Topic, bool IsPerson, PeopleRole Role, string Of)
{
    public static RowContext For(EntityDescription entity, Findings findings)
    {
        var people = findings.PeopleBehind(entity);
        var role = people.Count > 0 && people.All(each => each.Role == people[0].Role) ? people[0].Role : PeopleRole.Unspecified;
        var of = people.Count > 0 ? string.Join(" or ", people.Select(each => each.One)) : "a person";
        return findings.People.ContainsKey(entity.Name) ? new RowContext(Topics.For(role), IsPerson: true, role, of)
            : findings.Rows.ContainsKey(entity.Name) ? new RowContext(TopicOf(entity, findings, role), IsPerson: false, role, of)
            : new RowContext(Topics.Other, IsPerson: false, role, of);
    }

    // What derives from an agreement is an agreement, whatever it is called.
    private static Topic TopicOf(EntityDescription entity, Findings findings, PeopleRole role) =>
        findings.Store.ParentOf(entity) is { } parent && findings.Rows.ContainsKey(parent.Name) ? TopicOf(parent, findings, role)
        : Topics.Of(entity)
        ?? ByPersonalDataIn(entity)
        ?? TopicOfOwner(entity, findings, role)
        ?? (Topics.For(role) is { } usual && usual != Topics.Other ? usual : Unknown(entity));

    /// <summary>Addresses, notes, phone numbers: what properties are called, classes are called too.</summary>
    public static Topic? ByPersonalDataIn(EntityDescription entity)
    {
        var asProperty = new PropertyDescription { Path = new PropertyPath([EntityName.Of(entity)]), Type = typeof(object), DeclaredBy = entity.Name };
        var word = (Suspicion.Of(asProperty) ?? Suspicion.BesidePersonalData(asProperty))?.Word;
        return word is not null && CategoryCatalog.Find(word.Category) is { } category ? new Topic(word.Category, category.Label) : null;
    }

    private static Topic? TopicOfOwner(EntityDescription entity, Findings findings, PeopleRole role)
    {
        var owner = findings.Store[findings.Rows[entity.Name].Owners[0].Target];
        return findings.Rows.ContainsKey(owner.Name) ? TopicOf(owner, findings, role) : null;
    }

    private static Topic Unknown(EntityDescription entity)
    {
        var slug = EntityName.Slug(entity);
        var label = slug.Replace('-', ' ');
        return new Topic(slug, LocalizedText.Of(label, label)) { IsUnknown = true };
    }
}
