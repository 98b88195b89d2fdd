namespace GdprKit.Requests;

/// <summary>What the things are called that an erasure is about. What is declared no more is called by its key.</summary>
internal sealed class ErasureNames(ProcessingRegister register, ValueList<ManualStore> manual, RegisterWording words)
{
    public string Of(ErasurePlaceKind kind, Key<ErasurePlace> key) => kind switch
    {
        ErasurePlaceKind.Recipient when register.Recipients.TryGet(Key<Recipient>.Parse(key.ToString()), out var recipient) => recipient.Name,
        ErasurePlaceKind.ManualStore when manual.FirstOrDefault(store => store.Key.ToString() == key.ToString()) is { } store => words.Text(store.Name),
        _ => key.ToString(),
    };

    public string Of(ValueList<Key<DataCategory>> categories) =>
        words.And(categories.Select(key => register.Categories.TryGet(key, out var category) ? words.Text(category.Label) : key.ToString()));

    /// <summary>The rule by which something stays; <see langword="null"/> without one.</summary>
    public RetentionRule? RuleOf(ErasureKept kept) =>
        kept is { Activity: { } activity, Rule: { } rule } && register.Activities.TryGet(activity, out var declared) ? declared.Retention.FirstOrDefault(each => each.Key == rule) : null;
}
