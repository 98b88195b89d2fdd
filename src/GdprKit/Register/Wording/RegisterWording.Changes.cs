using NodaTime;

namespace GdprKit;

public abstract partial class RegisterWording
{
    /// <summary>A change of a register: "Voor ‘Nieuwsbrief’ delen wij gegevens nu ook met: Example Mail Inc.".</summary>
    /// <param name="change">The change.</param>
    /// <returns>One or two sentences.</returns>
    public abstract string Sentence(RegisterChange change);

    /// <summary>What a language is called: "Engels", "English".</summary>
    /// <param name="language">The language; another than Dutch and English is given by its code.</param>
    public abstract string Name(Language language);

    /// <summary>What a source of data is called, and whether it is public: "de Kamer van Koophandel (openbaar)".</summary>
    /// <param name="source">The source.</param>
    public abstract string Name(DataSource source);

    /// <summary>A day of every year: "31 december", "31 December".</summary>
    /// <param name="date">The day.</param>
    public abstract string Date(AnnualDate date);

    /// <summary>"ja" or "nee", "yes" or "no".</summary>
    /// <param name="value">The answer.</param>
    public abstract string YesOrNo(bool value);

    /// <summary>Which of two rules that contradict each other is followed, by their keys: "boekhouding gaat voor op avg".</summary>
    /// <param name="choice">The choice.</param>
    public abstract string Precedence(RuleConflictChoice choice);
}
