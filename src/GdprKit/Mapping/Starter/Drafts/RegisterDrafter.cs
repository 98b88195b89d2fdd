namespace GdprKit.Mapping;

/// <summary>Drafts the register for the maps of a store.</summary>
internal static class RegisterDrafter
{
    public static RegisterDraft Draft(Findings findings, IReadOnlyList<DatedRow> dated, IReadOnlyList<PeopleGroup> groups, IReadOnlyList<MapDraft> maps)
    {
        var held = Held(findings, maps);
        var activities = new ActivityDrafter(findings, dated, held).Draft(groups).ToValueList();
        var used = activities.Select(draft => draft.Activity).ToList();
        var categories = new CategoryDrafter(findings, maps, held);
        return new RegisterDraft
        {
            People = groups.SelectMany(group => group.People)
                .Select(people => new Marked<SubjectKind>(people.Kind, people.Mark)).ToValueList(),
            Categories = held.Select(each => each.Category).Distinct().Order().Select(categories.Draft).ToValueList(),
            Events = Events(groups, dated, maps),
            Recipients = [Hosting, .. used.SelectMany(activity => activity.Recipients).Distinct().Order().Select(TemplateDeclarations.Recipient).OfType<Recipient>().Select(Known)],
            Activities = activities,
        };
    }

    private static Marked<Recipient> Hosting => new(
        new Recipient
        {
            Key = ActivityDrafter.HostingProvider,
            Name = "(name of your hosting provider)",
            Role = RecipientRole.Processor,
            Country = CountryCode.Parse("NL"),
            Task = LocalizedText.Of("bewaart onze gegevens", "stores our data"),
        },
        Mark.FillIn("who hosts the data, and everybody else who works with them for you: accountant, mail program, payment provider."));

    private static Marked<Recipient> Known(Recipient recipient) => new(recipient, Mark.Guess("it may ask for the books."));

    /// <summary>Of whom what is held, as the maps say it.</summary>
    private static List<(Key<SubjectKind> Kind, Key<DataCategory> Category)> Held(Findings findings, IReadOnlyList<MapDraft> maps)
    {
        var calls = maps.ToDictionary(map => map.Entity.Name, map => map.Calls, StringComparer.Ordinal);
        return [.. findings.Store.RootsFirst.Where(entity => !entity.IsAbstract)
            .SelectMany(entity => findings.Store.LineOf(entity)
                .SelectMany(each => calls.GetValueOrDefault(each.Name)).OfType<MapCall.Field>()
                .SelectMany(field => findings.PeopleBehind(entity).Select(people => (people.Kind.Key, field.Category))))
            .Distinct().Order()];
    }

    /// <summary>The events that the maps date, or say that nothing does.</summary>
    private static ValueList<RetentionEvent> Events(IReadOnlyList<PeopleGroup> groups, IReadOnlyList<DatedRow> dated, IReadOnlyList<MapDraft> maps)
    {
        var named = maps.SelectMany(map => map.Calls).Select(call => call.DatedEvent).OfType<Key<RetentionEvent>>().ToHashSet();
        return groups.SelectMany(group => group.Clock.Fallback is { } fallback ? group.Clock.Events.Append(fallback) : group.Clock.Events)
            .Concat(dated.Select(row => row.Topic.Happened!))
            .DistinctBy(what => what.Key)
            .Select(what => new RetentionEvent { Key = SubjectEvents.KeyOf(what), Label = what.Label })
            .Where(what => named.Contains(what.Key))
            .OrderBy(what => what.Key)
            .ToValueList();
    }
}
