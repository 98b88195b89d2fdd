namespace GdprKit;

/// <summary>
/// What changed between two registers, each change as a declaration and as a sentence, and whether people must be told of it.
/// </summary>
/// <remarks>
/// <para>
/// People must be told of a change that matters to them (WP260 rev.01, paragraphs 29-31; Art. 5(1)(a), 13(3), 14(4)), and must not be
/// bothered with corrections. <i>Material</i> is what uses more data, of more people, for more purposes, for longer, with more parties, or on
/// another ground, and what takes something from people. <i>Editorial</i> is wording, and what uses less. The register cannot see that new
/// words mean something else: who changes what a purpose or a category means, declares a new one under a new key.
/// </para>
/// <list type="table">
/// <listheader><term>what changed</term><description>what it is, and why</description></listheader>
/// <item>
///   <term>the controller's name, country or number</term>
///   <description>material: somebody else decides (Art. 13(1)(a))</description>
/// </item>
/// <item>
///   <term>contact details, supervisory authority, time zone</term>
///   <description>editorial: the party is the same; a zone moves an end by less than a day</description>
/// </item>
/// <item>
///   <term>the representative or officer</term>
///   <description>editorial when one comes; material when the only one goes, or somebody else represents the controller (Art.
///   13(1)(a), (b))</description>
/// </item>
/// <item>
///   <term>a way to exercise rights</term>
///   <description>material when it goes, because it takes something from people (Art. 12(2)); else editorial</description>
/// </item>
/// <item>
///   <term>a joint controller, or the arrangement with one</term>
///   <description>material when new or changed (Art. 26(2)); editorial when one goes</description>
/// </item>
/// <item>
///   <term>a language</term>
///   <description>editorial when new; material when it goes, because people cannot read the notice any more (Art.
///   12(1))</description>
/// </item>
/// <item>
///   <term>a kind of people, a recipient, a transfer, a source, a marketing channel, a category that an activity uses</term>
///   <description>material when new; editorial when it goes</description>
/// </item>
/// <item>
///   <term>a recipient's name, role or country, a transfer's safeguard</term>
///   <description>material (Art. 13(1)(e), (f))</description>
/// </item>
/// <item>
///   <term>how far the law protects a category, and the law that allows its use</term>
///   <description>material (Art. 9, 10, 87)</description>
/// </item>
/// <item>
///   <term>an activity</term>
///   <description>material when new: a new purpose (Art. 13(3)); editorial when it goes</description>
/// </item>
/// <item>
///   <term>a lawful basis with its law or interest, a condition of Art. 9(2), whether data must be given</term>
///   <description>material (Art. 13(1)(c), (d), (2)(e)); a condition that goes is editorial</description>
/// </item>
/// <item>
///   <term>after how long consent expires</term>
///   <description>material when longer or without end; shorter: <see cref="RegisterDiffOptions.ShorterPeriod"/>; an end that comes is
///   editorial</description>
/// </item>
/// <item>
///   <term>a channel over which consent is confirmed</term>
///   <description>editorial when it comes; material when it goes, because it takes something from people</description>
/// </item>
/// <item>
///   <term>consent for each channel apart, an offer to children, the rule for existing customers</term>
///   <description>material (Art. 7(2), 8; art. 13(2) ePrivacy Directive)</description>
/// </item>
/// <item>
///   <term>an automated decision</term>
///   <description>material when new or changed (Art. 13(2)(f)); editorial when it goes</description>
/// </item>
/// <item>
///   <term>a retention rule</term>
///   <description>material when new, gone, longer, or changed in another way than its length, and where it depends on the day
///   which is longer; shorter: <see cref="RegisterDiffOptions.ShorterPeriod"/>; the same length in other words:
///   editorial</description>
/// </item>
/// <item>
///   <term>backups, GdprKit's own evidence</term>
///   <description>material when longer or new; shorter: <see cref="RegisterDiffOptions.ShorterPeriod"/>; the last set that goes
///   is material</description>
/// </item>
/// <item>
///   <term>the choice between two laws, the end of the financial year</term>
///   <description>material: it moves the end of periods</description>
/// </item>
/// <item>
///   <term>names, descriptions, the wording of purposes, questions, tasks, reasons and consequences, terms of the vocabulary, addresses of
///   laws, references to documents, security measures</term>
///   <description>editorial</description>
/// </item>
/// <item>
///   <term>whatever has no rule</term>
///   <description>material: uncertain means protected</description>
/// </item>
/// </list>
/// <para>
/// GdprKit's own activities follow from what the register declares and change along with it; they are not told apart.
/// Immutable; safe for use by several threads.
/// </para>
/// </remarks>
public sealed class RegisterDiff
{
    private RegisterDiff(ValueList<RegisterChange> changes) => Changes = changes;

    /// <summary>Every change, ordered by its path. Two registers that are not equal have at least one.</summary>
    public ValueList<RegisterChange> Changes { get; }

    /// <summary>Whether nothing changed: the registers are equal.</summary>
    public bool IsEmpty => Changes.IsEmpty;

    /// <summary>Whether people must be told: at least one change is material.</summary>
    public bool IsMaterial => Changes.Any(change => change.Significance is not ChangeSignificance.Editorial);

    /// <summary>Compares two registers.</summary>
    /// <param name="before">The earlier register.</param>
    /// <param name="after">The later register.</param>
    /// <param name="options">What the law leaves to the developer; <see langword="null"/> for the defaults.</param>
    public static RegisterDiff Between(ProcessingRegister before, ProcessingRegister after, RegisterDiffOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new RegisterDiff(RegisterComparison.Of(RegisterPart.All(before), RegisterPart.All(after), options ?? new RegisterDiffOptions()));
    }
}
