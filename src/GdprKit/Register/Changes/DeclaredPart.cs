using System.Collections.Immutable;
using System.Globalization;

namespace GdprKit;

/// <summary>
/// The declarations that a path into the register file goes through; each is <see langword="null"/> when the register holds none there.
/// Which of them to ask for follows from the kind of part that stands at the path.
/// </summary>
/// <param name="Register">The register.</param>
/// <param name="Keys">The keys and positions on the path, in order.</param>
internal readonly record struct DeclaredPart(ProcessingRegister Register, ImmutableArray<string> Keys)
{
    public Language Language => Register.Languages[Position(0)];

    public DataController Controller => Register.Controller;

    public JointController JointController => Controller.JointControllers[Position(0)];

    public SubjectKind? People => Find(Register.People, Keys[0]);

    public DataCategory? Category => Find(Register.Categories, Keys[0]);

    public RetentionEvent? Event => Find(Register.Events, Keys[0]);

    public Recipient? Recipient => Find(Register.Recipients, Keys[0]);

    public Transfer? Transfer => Recipient?.Transfers[Position(1)];

    public ProcessingActivity? Activity => Find(Register.Activities, Keys[0]);

    public SubjectKind? ActivityPeople => Activity is { } activity ? Register.People[activity.People[Position(1)]] : null;

    public DataCategory? ActivityCategory => Activity is { } activity ? Register.Categories[activity.Categories[Position(1)]] : null;

    public Recipient? ActivityRecipient => Activity is { } activity ? Register.Recipients[activity.Recipients[Position(1)]] : null;

    public DataSource? Source => Activity?.Sources[Position(1)];

    public MarketingChannel? Channel => Activity?.Marketing[Position(1)];

    public MarketingChannel? ConfirmedChannel => Activity?.Consent?.DoubleOptIn[Position(1)];

    public RetentionRule? Rule
    {
        get
        {
            var key = Keys[1];
            return Activity?.Retention.FirstOrDefault(rule => rule.Key.ToString() == key);
        }
    }

    public RuleConflictChoice Choice => Register.ConflictChoices[Position(0)];

    public BackupSchedule? Backup => Find(Register.Backups, Keys[0]);

    /// <summary>What a part means that the register file leaves out when it says what follows anyway.</summary>
    /// <param name="element">The kind of part.</param>
    public object? Meaning(RegisterElement element) => element switch
    {
        RegisterElement.ControllerContact => Controller.Contact,
        RegisterElement.TimeZone => Controller.TimeZone,
        RegisterElement.FinancialYearEnd => Controller.FinancialYearEnd,
        RegisterElement.RepresentativeContact => Controller.Representative?.Contact,
        RegisterElement.DataProtectionOfficer => Controller.DataProtectionOfficer,
        RegisterElement.JointControllerContact => JointController.Contact,
        RegisterElement.SupervisoryAuthority => Controller.SupervisoryAuthority,
        RegisterElement.OwnNotice => People?.HasOwnNotice,
        RegisterElement.Sensitivity => Category?.Sensitivity,
        RegisterElement.ProvisionRequirement => Activity?.Provision.Requirement,
        RegisterElement.ConsentPerChannel => Activity?.Consent is { PerChannel: true },
        RegisterElement.AddressesMinors => Activity?.AddressesMinors,
        RegisterElement.SoftOptIn => Activity?.SoftOptIn,
        RegisterElement.OwnEvidence => Register.OwnRecords.Evidence,
        _ => throw new ArgumentOutOfRangeException(nameof(element), element, null),
    };

    private int Position(int index) => int.Parse(Keys[index], CultureInfo.InvariantCulture);

    private static T? Find<T>(DeclarationSet<T> declarations, string key)
        where T : class, IDeclaration<T> =>
        declarations.TryGet(new Key<T>(key), out var declaration) ? declaration : null;
}
