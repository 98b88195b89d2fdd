namespace GdprKit.Mapping;

/// <summary>The members of the class of keys: <c>CrmKeys.EmailAddress</c>.</summary>
internal sealed class KeyNames
{
    // What every class has already.
    private static readonly string[] Taken = ["Equals", "GetHashCode", "GetType", "ToString", "ReferenceEquals", "MemberwiseClone", "Finalize"];

    private readonly string _class;
    private readonly UniqueNames _names;
    private readonly Dictionary<(Type, string), string> _members = [];
    private readonly List<List<string>> _groups = [];

    public KeyNames(string @class, RegisterDraft register, Key<BackupSchedule> backup)
    {
        _class = @class;
        _names = new UniqueNames([@class, .. Taken]);
        Add("People", register.People.Select(people => people.Value.Key));
        Add("Data", register.Categories.Select(category => category.Value.Key));
        Add("Event", register.Events.Select(happened => happened.Key));
        Add("Recipient", register.Recipients.Select(recipient => recipient.Value.Key));
        Add("Activity", register.Activities.Select(draft => draft.Activity.Key));
        Add("Rule", register.Activities.SelectMany(draft => draft.Activity.Retention.Skip(1)).Select(rule => rule.Key));
        Add("Backup", [backup]);
    }

    /// <summary>The lines that declare the members, in groups.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Declarations => _groups;

    /// <summary>A key as code writes it.</summary>
    public string this[object key] => $"{_class}.{_members[(key.GetType(), key.ToString()!)]}";

    /// <summary>A key as code writes it, without the class: for naming something after it.</summary>
    public string Member(object key) => _members[(key.GetType(), key.ToString()!)];

    private void Add<T>(string what, IEnumerable<Key<T>> keys)
        where T : class
    {
        var lines = new List<string>();
        foreach (var key in keys)
        {
            var name = CSharpName.Pascal(key.ToString());
            var member = _names.Take(name, name + what);
            _members.Add((typeof(Key<T>), key.ToString()), member);
            lines.Add($"public static readonly Key<{typeof(T).Name}> {member} = Key<{typeof(T).Name}>.Parse({CSharpText.Literal(key.ToString())});");
        }

        if (lines.Count > 0)
        {
            _groups.Add(lines);
        }
    }
}
