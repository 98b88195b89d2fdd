namespace GdprKit;

/// <summary>
/// Declares a register in code. Nothing is thrown while declaring: <see cref="ProcessingRegister.Create"/> reports every fault at once.
/// </summary>
/// <remarks>Not safe for use by several threads.</remarks>
public sealed class RegisterBuilder
{
    private readonly List<RegisterFault> _faults = [];
    private readonly BuilderScope _root;
    private readonly List<Language> _languages = [];
    private readonly List<SubjectKind> _people = [];
    private readonly List<DataCategory> _categories = [];
    private readonly List<RetentionEvent> _events = [];
    private readonly List<Recipient> _recipients = [];
    private readonly List<ProcessingActivity> _activities = [];
    private readonly List<ProcessingActivity> _formerActivities = [];
    private readonly List<RuleConflictChoice> _choices = [];
    private readonly List<BackupSchedule> _backups = [];
    private DataController? _controller;
    private LocalizedText? _security;
    private OwnRecords _ownRecords = new();

    internal RegisterBuilder() => _root = new BuilderScope("", _faults);

    /// <summary>The languages in which people are told; every text is required in each of them.</summary>
    /// <param name="languages">One or more languages. The default, when this is not called, is Dutch and English.</param>
    public RegisterBuilder Languages(params ReadOnlySpan<Language> languages)
    {
        _languages.AddRange(languages);
        return this;
    }

    /// <summary>Who decides about the data (Art. 4(7)).</summary>
    /// <param name="declare">Declares the controller.</param>
    public RegisterBuilder Controller(Action<DataControllerBuilder> declare)
    {
        ArgumentNullException.ThrowIfNull(declare);
        var builder = new DataControllerBuilder(_root.At("controller"));
        declare(builder);
        if (_controller is not null)
        {
            _root.Report(RegisterFaults.DeclaredTwice("/controller", "controller"));
        }

        _controller = builder.Build();
        return this;
    }

    /// <summary>A kind of people whose data are held.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="nl">What they are called in Dutch, in the plural: "klanten".</param>
    /// <param name="en">What they are called in English, in the plural: "customers".</param>
    /// <param name="hasOwnNotice">Whether they get a notice of their own instead of the public one.</param>
    public RegisterBuilder People(Key<SubjectKind> key, string? nl = null, string? en = null, bool hasOwnNotice = false) =>
        Add(new SubjectKind { Key = key, Label = LocalizedText.OfGiven(nl, en), HasOwnNotice = hasOwnNotice });

    /// <summary>A kind of people whose data are held, declared elsewhere.</summary>
    /// <param name="people">The declaration.</param>
    public RegisterBuilder Add(SubjectKind people) => Added(_people, people);

    /// <summary>A category of personal data.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="nl">What it is called in Dutch: "e-mailadres".</param>
    /// <param name="en">What it is called in English: "e-mail address".</param>
    /// <param name="declare">Declares what is not ordinary about it; may be left out.</param>
    public RegisterBuilder Category(Key<DataCategory> key, string? nl = null, string? en = null, Action<DataCategoryBuilder>? declare = null)
    {
        var builder = new DataCategoryBuilder(_root.At($"categories/{key}"), key, LocalizedText.OfGiven(nl, en));
        declare?.Invoke(builder);
        return Add(builder.Build());
    }

    /// <summary>A category of personal data, declared elsewhere.</summary>
    /// <param name="category">The declaration.</param>
    public RegisterBuilder Add(DataCategory category) => Added(_categories, category);

    /// <summary>An event from which retention periods run.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="nl">How it stands in a Dutch sentence, with its article: "je laatste aankoop".</param>
    /// <param name="en">How it stands in an English sentence, with its article: "your last purchase".</param>
    /// <param name="description">What counts as this event and what does not; may be left out.</param>
    public RegisterBuilder Event(Key<RetentionEvent> key, string? nl = null, string? en = null, LocalizedText? description = null) =>
        Add(new RetentionEvent { Key = key, Label = LocalizedText.OfGiven(nl, en), Description = description });

    /// <summary>An event from which retention periods run, declared elsewhere.</summary>
    /// <param name="retentionEvent">The declaration.</param>
    public RegisterBuilder Add(RetentionEvent retentionEvent) => Added(_events, retentionEvent);

    /// <summary>A named party that receives data.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="declare">Declares the party.</param>
    public RegisterBuilder Recipient(Key<Recipient> key, Action<RecipientBuilder> declare)
    {
        ArgumentNullException.ThrowIfNull(declare);
        var builder = new RecipientBuilder(_root.At($"recipients/{key}"), key);
        declare(builder);
        return Add(builder.Build());
    }

    /// <summary>A named party that receives data, declared elsewhere.</summary>
    /// <param name="recipient">The declaration.</param>
    public RegisterBuilder Add(Recipient recipient) => Added(_recipients, recipient);

    /// <summary>Something that is done with personal data.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="declare">Declares the activity.</param>
    public RegisterBuilder Activity(Key<ProcessingActivity> key, Action<ProcessingActivityBuilder> declare)
    {
        ArgumentNullException.ThrowIfNull(declare);
        var builder = new ProcessingActivityBuilder(_root.At($"activities/{key}"), key);
        declare(builder);
        return Add(builder.Build());
    }

    /// <summary>Something that is done with personal data, declared elsewhere.</summary>
    /// <param name="activity">The declaration.</param>
    public RegisterBuilder Add(ProcessingActivity activity) => Added(_activities, activity);

    /// <summary>Changes an activity declared before, for example by a template. What it alone used and uses no longer goes too.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="change">Gives the changed activity: <c>activity =&gt; activity with { Recipients = [Crm.MailProvider] }</c>.</param>
    public RegisterBuilder Change(Key<ProcessingActivity> key, Func<ProcessingActivity, ProcessingActivity> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var index = _activities.FindIndex(activity => activity.Key == key);
        if (index < 0)
        {
            _root.Report(RegisterFaults.NothingToChange($"/activities/{key}", key.ToString()));
            return this;
        }

        _formerActivities.Add(_activities[index]);
        _activities[index] = change(_activities[index]);
        return this;
    }

    /// <summary>Leaves out an activity declared before, for example by a template, with the categories, events and recipients that it alone used.</summary>
    /// <param name="key">Its key.</param>
    public RegisterBuilder Without(Key<ProcessingActivity> key)
    {
        _formerActivities.AddRange(_activities.Where(activity => activity.Key == key));
        if (_activities.RemoveAll(activity => activity.Key == key) == 0)
        {
            _root.Report(RegisterFaults.NothingToChange($"/activities/{key}", key.ToString()));
        }

        return this;
    }

    /// <summary>The written choice between two laws that contradict each other.</summary>
    /// <param name="prevails">The rule that is followed.</param>
    /// <param name="over">The rule that is not.</param>
    /// <param name="nl">Why, in Dutch.</param>
    /// <param name="en">Why, in English.</param>
    public RegisterBuilder Choose(Key<RetentionRule> prevails, Key<RetentionRule> over, string? nl = null, string? en = null) =>
        Added(_choices, new RuleConflictChoice(prevails, over, LocalizedText.OfGiven(nl, en)));

    /// <summary>A set of backups.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="declare">Declares the set.</param>
    public RegisterBuilder Backup(Key<BackupSchedule> key, Action<BackupScheduleBuilder> declare)
    {
        ArgumentNullException.ThrowIfNull(declare);
        var builder = new BackupScheduleBuilder(key);
        declare(builder);
        return Add(builder.Build());
    }

    /// <summary>A set of backups, declared elsewhere.</summary>
    /// <param name="backup">The declaration.</param>
    public RegisterBuilder Add(BackupSchedule backup) => Added(_backups, backup);

    /// <summary>The technical and organisational security measures in general (Art. 30(1)(g)).</summary>
    /// <param name="nl">The Dutch description.</param>
    /// <param name="en">The English description.</param>
    public RegisterBuilder Security(string? nl = null, string? en = null)
    {
        _security = LocalizedText.OfGiven(nl, en);
        return this;
    }

    /// <summary>How long GdprKit keeps what it remembers itself.</summary>
    /// <param name="ownRecords">The periods.</param>
    public RegisterBuilder OwnRecords(OwnRecords ownRecords)
    {
        ArgumentNullException.ThrowIfNull(ownRecords);
        _ownRecords = ownRecords;
        return this;
    }

    internal ProcessingRegister Build() => RegisterCheck.Accept(Leftovers.Clear(Declared, _formerActivities), _faults);

    private RegisterDeclarations Declared => new()
    {
        Languages = _languages.Count == 0 ? [Language.Dutch, Language.English] : _languages.ToValueList(),
        Controller = _controller,
        People = _people.ToValueList(),
        Categories = _categories.ToValueList(),
        Events = _events.ToValueList(),
        Recipients = _recipients.ToValueList(),
        Activities = _activities.ToValueList(),
        ConflictChoices = _choices.ToValueList(),
        Backups = _backups.ToValueList(),
        Security = _security,
        OwnRecords = _ownRecords,
    };

    private RegisterBuilder Added<T>(List<T> list, T declaration)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(declaration);
        list.Add(declaration);
        return this;
    }
}
