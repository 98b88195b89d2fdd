using System.Collections.Concurrent;

namespace GdprKit;

/// <summary>
/// The one declaration that everything is derived from: which personal data the application holds, for which purposes, on which
/// lawful bases, who receives them, and for how long they are kept (Art. 30).
/// </summary>
/// <remarks>
/// Immutable, complete and free of contradictions: a register with faults does not come into being. Made by <see cref="Create"/>
/// in code or by <see cref="Load"/> from a file; both give an equal object with the same <see cref="Hash"/>. The order in which
/// things were declared is not part of it. GdprKit's own records are declared in it too, so that they are in the notice and the
/// record like everything else. Safe for use by several threads.
/// </remarks>
public sealed partial class ProcessingRegister : IEquatable<ProcessingRegister>
{
    private readonly RegisterDeclarations _declarations;
    private readonly byte[] _canonicalForm;
    private readonly ConcurrentDictionary<Key<ProcessingActivity>, ProcessingRegister> _parts = new();

    internal ProcessingRegister(RegisterDeclarations declarations, ValueList<RegisterFault> warnings)
    {
        _declarations = declarations;
        _canonicalForm = RegisterJson.WriteCanonical(declarations);
        Warnings = warnings;
        Hash = Digest.Of(_canonicalForm);
        var complete = OwnRecordDeclarations.AddTo(declarations);
        People = new DeclarationSet<SubjectKind>(complete.People);
        Categories = new DeclarationSet<DataCategory>(complete.Categories);
        Events = new DeclarationSet<RetentionEvent>(complete.Events);
        Recipients = new DeclarationSet<Recipient>(complete.Recipients);
        Activities = new DeclarationSet<ProcessingActivity>(complete.Activities);
        ActivitiesInReadingOrder = complete.Activities.InReadingOrder();
        Backups = new DeclarationSet<BackupSchedule>(complete.Backups);
    }

    /// <summary>
    /// What the register says, in one number: SHA-256 over its canonical JSON (RFC 8785). Equal registers have equal hashes,
    /// however they were made.
    /// </summary>
    public Digest Hash { get; }

    /// <summary>The languages in which every text is given, ordered by code.</summary>
    public ValueList<Language> Languages => _declarations.Languages;

    /// <summary>
    /// The language for somebody whose own is not among <see cref="Languages"/> or not known: Dutch for a controller in the
    /// Netherlands or Belgium, else English, else the first.
    /// </summary>
    public Language MainLanguage
    {
        get
        {
            var likely = Controller.Country.Code is "NL" or "BE" ? Language.Dutch : Language.English;
            return Languages.Contains(likely) ? likely : Languages[0];
        }
    }

    /// <summary>Who decides (Art. 4(7)).</summary>
    public DataController Controller => _declarations.Controller!;

    /// <summary>The kinds of people whose data are held.</summary>
    public DeclarationSet<SubjectKind> People { get; }

    /// <summary>The kinds of data that are held.</summary>
    public DeclarationSet<DataCategory> Categories { get; }

    /// <summary>The events from which periods run.</summary>
    public DeclarationSet<RetentionEvent> Events { get; }

    /// <summary>The parties that receive data.</summary>
    public DeclarationSet<Recipient> Recipients { get; }

    /// <summary>What is done with the data, GdprKit's own records included.</summary>
    public DeclarationSet<ProcessingActivity> Activities { get; }

    /// <summary>
    /// The activities in the order in which people meet them: what a contract needs, what the law demands, vital interests, public tasks,
    /// legitimate interests, consent; by key within each. GdprKit's own records come last.
    /// </summary>
    public ValueList<ProcessingActivity> ActivitiesInReadingOrder { get; }

    /// <summary>The sets of backups. Empty warns: then nobody can say when deleted data are gone from the last backup.</summary>
    public DeclarationSet<BackupSchedule> Backups { get; }

    /// <summary>The choices between laws that contradict each other.</summary>
    public ValueList<RuleConflictChoice> ConflictChoices => _declarations.ConflictChoices;

    /// <summary>The technical and organisational security measures in general (Art. 30(1)(g)), or <see langword="null"/>.</summary>
    public LocalizedText? Security => _declarations.Security;

    /// <summary>How long GdprKit keeps what it remembers itself.</summary>
    public OwnRecords OwnRecords => _declarations.OwnRecords;

    /// <summary>
    /// Whether consent to an activity must be explicit: because it is the exception for special categories (Art. 9(2)(a)), or on consent a
    /// machine decides alone (Art. 22(2)(c)), or a recipient outside the Union gets data on that ground (Art. 49(1)(a)).
    /// </summary>
    /// <param name="activity">The activity.</param>
    /// <returns>Also <see langword="false"/> for an activity that is not declared, or asks no consent.</returns>
    public bool NeedsExplicitConsent(Key<ProcessingActivity> activity) =>
        Activities.TryGet(activity, out var declared)
        && declared.AsksConsent
        && (declared.SpecialCategoryCondition is { Ground: SpecialCategoryGround.ExplicitConsent }
            || declared is { AutomatedDecision: not null, Basis: LawfulBasis.Consent }
            || declared.Recipients.SelectMany(recipient => Recipients[recipient].Transfers).Any(
                transfer => transfer.Safeguard is TransferSafeguard.Derogation { Ground: TransferDerogation.ExplicitConsent }));

    /// <summary>What somebody should look at although the register can be used; not part of equality.</summary>
    public ValueList<RegisterFault> Warnings { get; }

    internal RegisterDeclarations Declarations => _declarations;

    /// <summary>What somebody agrees to: one activity and everything that it refers to, as a register of its own.</summary>
    /// <param name="activity">An activity that was declared, so none of GdprKit's own.</param>
    internal ProcessingRegister Only(Key<ProcessingActivity> activity) => _parts.GetOrAdd(activity, key =>
    {
        var declared = Activities[key];
        var rules = declared.Retention.Select(rule => rule.Key).ToHashSet();
        var part = _declarations with
        {
            Activities = [declared],
            ConflictChoices = _declarations.ConflictChoices.Where(choice => rules.Contains(choice.Prevails) && rules.Contains(choice.Yields)).ToValueList(),
            Backups = [],
            Security = null,
            OwnRecords = new OwnRecords(),
        };
        return RegisterCheck.Accept(Leftovers.Clear(part, _declarations.Activities), []);
    });

    /// <summary>Declares a register in code.</summary>
    /// <param name="declare">Declares everything on the builder.</param>
    /// <exception cref="InvalidRegisterException">The register has faults; the exception carries all of them.</exception>
    public static ProcessingRegister Create(Action<RegisterBuilder> declare)
    {
        ArgumentNullException.ThrowIfNull(declare);
        var builder = new RegisterBuilder();
        declare(builder);
        return builder.Build();
    }

    /// <summary>Reads a register from a file.</summary>
    /// <param name="path">The file: UTF-8 JSON by the schema <c>gdpr-register.schema.json</c>, at most 4 MiB.</param>
    /// <exception cref="InvalidRegisterException">The file is missing or unreadable, or the register has faults; the exception carries all of them.</exception>
    public static ProcessingRegister Load(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return RegisterFile.Read(path);
    }

    /// <summary>Reads a register from JSON.</summary>
    /// <param name="utf8Json">The content of a register file.</param>
    /// <exception cref="InvalidRegisterException">It is not a register, or the register has faults; the exception carries all of them.</exception>
    public static ProcessingRegister FromJson(ReadOnlySpan<byte> utf8Json) => RegisterFile.Parse(utf8Json);

    /// <summary>
    /// The register as the content of a register file: indented UTF-8 JSON that <see cref="FromJson"/> reads back to an equal register.
    /// </summary>
    public byte[] ToJson() => RegisterJson.WriteIndented(_declarations);

    /// <summary>The canonical JSON (RFC 8785) over which <see cref="Hash"/> is taken.</summary>
    public byte[] ToCanonicalJson() => [.. _canonicalForm];

    /// <inheritdoc/>
    public bool Equals(ProcessingRegister? other) => other is not null && (ReferenceEquals(this, other) || _canonicalForm.AsSpan().SequenceEqual(other._canonicalForm));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ProcessingRegister);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.GetHashCode();

    /// <summary>The name of the controller and the beginning of the hash.</summary>
    public override string ToString() => $"{Controller.Name} {Hash.ToString()[..12]}";
}
