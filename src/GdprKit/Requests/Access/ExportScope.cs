namespace GdprKit.Requests;

/// <summary>What a right is about.</summary>
internal sealed class ExportScope
{
    private readonly HashSet<Key<DataCategory>>? _portable;

    public ExportScope(ProcessingRegister register, Key<SubjectKind> kind, RightsRequestKind right)
    {
        Right = right;

        // Art. 20(1)(a): what is used with consent or for a contract. What is used for something else besides stays within it.
        _portable = right is RightsRequestKind.Access ? null :
        [
            .. register.Activities
                .Where(activity => activity.People.Contains(kind) && DataSubjectRights.Of(activity).Contains(DataSubjectRight.Portability))
                .SelectMany(activity => activity.Categories),
        ];
    }

    public RightsRequestKind Right { get; }

    public bool IsAccess => _portable is null;

    public bool Holds(Key<DataCategory> category, bool isProvided) => _portable is null || (isProvided && _portable.Contains(category));
}
