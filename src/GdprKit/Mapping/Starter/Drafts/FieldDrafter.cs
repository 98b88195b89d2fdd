namespace GdprKit.Mapping;

/// <summary>Puts guesses about properties together into calls of a map.</summary>
internal sealed class FieldDrafter(EntityDescription entity, RowContext context, ValueList<ReferenceDescription> owners)
{
    public IEnumerable<MapCall> Calls(IReadOnlyList<PropertyGuess> guesses) =>
    [
        .. guesses.OfType<PropertyGuess.Field>()
            .GroupBy(guess => (guess.Category, Whose: WhoseIs(guess.Property)))
            .Select(group => Field(group.Key.Category, group.Key.Whose, [.. group])),
        .. Roles(guesses.OfType<PropertyGuess.Field>().ToList()),
        .. guesses.OfType<PropertyGuess.NotPersonal>()
            .GroupBy(guess => (guess.Reason, guess.Mark.Kind))
            .Select(group => new MapCall.NotPersonal(group.Key.Reason, Paths(group), group.First().Mark)),
    ];

    private static ValueList<PropertyPath> Paths(IEnumerable<PropertyGuess> guesses) => guesses.Select(guess => guess.Property.Path).ToValueList();

    private MapCall.Field Field(string category, FieldSubjects whose, List<PropertyGuess.Field> guesses)
    {
        var meanings = guesses.Where(guess => guess.Word is not null)
            .GroupBy(guess => guess.Word!.Meaning)
            .Select(same => $"{same.Key}, by {CSharpText.Enumerate([.. same.Select(guess => $"'{guess.Word!.Text}'").Distinct().Order(StringComparer.Ordinal)])}");
        var rest = guesses.Any(guess => guess.Word is null) ? [$"no word says more than that it lies in a row of {context.Of}"] : Array.Empty<string>();
        return new MapCall.Field(Key<DataCategory>.Parse(category), Paths(guesses), whose, Mark.Guess($"{string.Join("; ", meanings.Concat(rest))}."));
    }

    private IEnumerable<MapCall> Roles(List<PropertyGuess.Field> fields)
    {
        if (!context.IsPerson)
        {
            yield break;
        }

        var named = fields.Where(field => MemberAccess.Of(entity.Type, field.Property.Path) is not null).OrderBy(field => field.Property.Path.ToString().Length).ToList();
        if (named.Find(field => field is { Category: "email-address", Property.IsCollection: false } && field.Property.Type is var type && !type.IsValueType) is { } address)
        {
            yield return new MapCall.Serves(FieldRole.EmailAddress, address.Property.Path, Mark.Guess("notices and letters go to this address."));
        }

        if (named.Find(field => field is { Category: "birth-date" } && DateProperty.IsDate(field.Property.Type)) is { } birth)
        {
            yield return new MapCall.Serves(FieldRole.BirthDate, birth.Property.Path, Mark.Guess("ages are counted from this date."));
        }
    }

    private FieldSubjects WhoseIs(PropertyDescription property) =>
        context.IsPerson || owners.Count < 2 ? new FieldSubjects.OnlyOwner()
        : owners.FirstOrDefault(owner => IsNamedAfter(property, owner)) is { } one && MemberAccess.Of(entity.Type, property.Path) is not null && MemberAccess.Of(entity.Type, Says(one)) is not null
            ? new FieldSubjects.OneOwner(Says(one))
            : new FieldSubjects.AllOwners();

    /// <summary>The property by which the map declares an owner.</summary>
    private PropertyPath Says(ReferenceDescription owner) => owner.Navigation is { } navigation && MemberAccess.Of(entity.Type, navigation) is not null ? navigation : owner.Properties[0];

    // SenderName is the name of the Sender, or of whom SenderId refers to.
    private static bool IsNamedAfter(PropertyDescription property, ReferenceDescription owner)
    {
        var name = NameParts.WordsOf((owner.Navigation ?? owner.Properties[0]).Segments[^1]);
        var words = name.Count > 1 && owner.Navigation is null ? name.SkipLast(1) : name;
        return NameParts.WordsOf(property.Path.Segments[^1]).Take(words.Count()).SequenceEqual(words);
    }
}
