using GdprKit.Documents;

namespace GdprKit;

/// <summary>
/// The controller's record of processing activities (Art. 30(1)), as the register declares it, GdprKit's own records included. Each
/// thing the law asks is there, does not apply, or is named in <see cref="Missing"/>.
/// </summary>
/// <remarks>
/// The record of a processor (Art. 30(2)) is another document, which a register does not hold. The same register gives the same
/// record, in each of its forms. Immutable, compared by value. Safe for use by several threads.
/// </remarks>
public sealed record RecordOfProcessing
{
    private RecordOfProcessing()
    {
    }

    /// <summary>The language it is written in.</summary>
    public required Language Language { get; init; }

    /// <summary>The name of the controller.</summary>
    public required string ControllerName { get; init; }

    /// <summary>The hash of the register it was made from.</summary>
    public required Digest RegisterHash { get; init; }

    /// <summary>Who is responsible and who speaks for them (Art. 30(1)(a)): controller, joint controllers, representative, data protection officer.</summary>
    public required ValueList<RecordField> Controller { get; init; }

    /// <summary>The activities in the order of their keys, those of the host before GdprKit's own.</summary>
    public required ValueList<RecordedActivity> Activities { get; init; }

    /// <summary>Everything that the law asks and the register does not say, each once; empty for a complete record.</summary>
    public ValueList<RegisterFault> Missing => MissingFields().Select(missing => missing.Fault).ToValueList();

    /// <summary>Makes the record of a register.</summary>
    /// <param name="register">The register.</param>
    /// <param name="language">
    /// Dutch or English. Where the register does not use the language, its own texts stand in the first that it does use.
    /// </param>
    /// <exception cref="NotSupportedException">GDPR1020: the language is another one.</exception>
    public static RecordOfProcessing From(ProcessingRegister register, Language language)
    {
        ArgumentNullException.ThrowIfNull(register);
        var texts = new RecordTexts(RegisterWording.In(language));
        return new RecordOfProcessing
        {
            Language = language,
            ControllerName = register.Controller.Name,
            RegisterHash = register.Hash,
            Controller = ControllerFields.Of(register.Controller, texts),
            Activities = register.ActivitiesInReadingOrder
                .Select(activity => new RecordedActivity
                {
                    Key = activity.Key,
                    Name = texts.Words.Text(activity.Name),
                    IsOwnRecord = activity.IsOwnRecord,
                    Fields = new ActivityFields(activity, register, texts).All(),
                    Details = new ActivityDetails(activity, register, texts).All(),
                })
                .ToValueList(),
        };
    }

    /// <summary>The record as a text for people, to show as HTML or Markdown. What is missing is said first, and again in its place.</summary>
    public Document ToDocument() => RecordDocument.Write(this);

    /// <summary>
    /// The record as comma-separated values: UTF-8 with a byte order mark, RFC 4180, one row per activity, in which the columns of
    /// the controller come back.
    /// </summary>
    /// <remarks>
    /// The headings are in the language of the record. Several lines of one field are lines within its cell, parted by a line feed; what
    /// does not apply or is missing says so. So that a spreadsheet runs nothing that somebody declared, an apostrophe stands before
    /// <c>=</c>, <c>+</c>, <c>-</c> and <c>@</c> where a formula could begin: at the start of a cell, and after a semicolon, a tab or a line
    /// break. A spreadsheet that expects semicolons, as under Dutch settings, reads the file by its import of text and CSV.
    /// </remarks>
    public byte[] ToCsv() => RecordCsv.Write(this);

    /// <summary>The record as indented JSON.</summary>
    /// <remarks>
    /// <para>
    /// The shape, which is only ever added to: <c>{ language, register, controllerName, controller: [field], activities: [activity],
    /// missing: [fault] }</c>, in which <c>register</c> is the hash; an activity is <c>{ key, name, isOwnRecord, fields: [field],
    /// details: [{ kind, label, lines: [string] }] }</c>.
    /// </para>
    /// <para>
    /// A field is <c>{ requirement, label, article, status }</c> with, by its <c>status</c>: <c>present</c> its <c>lines</c>,
    /// <c>notApplicable</c> a <c>reason</c>, <c>missing</c> a <c>fault</c>. A fault is <c>{ path, id, fault, remedy }</c>. Requirements and
    /// kinds are the names of <see cref="RecordRequirement"/> and <see cref="RecordDetailKind"/> with a small first letter.
    /// </para>
    /// </remarks>
    public string ToJson() => RecordJson.Write(this);

    internal IEnumerable<RecordField.Missing> MissingFields() => Controller
        .Concat(Activities.SelectMany(activity => activity.Fields))
        .OfType<RecordField.Missing>()
        .DistinctBy(missing => missing.Fault);
}
