namespace GdprKit;

public abstract partial class RegisterWording
{
    /// <summary>What a lawful basis is called: "toestemming", "consent".</summary>
    /// <param name="basis">The basis (Art. 6(1)).</param>
    public abstract string Name(LawfulBasis basis);

    /// <summary>What a lawful basis is called, and where it stands: "toestemming (art. 6 lid 1 onder a AVG)".</summary>
    /// <param name="basis">The basis (Art. 6(1)).</param>
    public string NameWithArticle(LawfulBasis basis)
    {
        ArgumentNullException.ThrowIfNull(basis);
        return $"{Name(basis)} ({Article(basis.Article)})";
    }

    /// <summary>
    /// Why a lawful basis makes it lawful, told to the person, with the law (Art. 6(3)) or the interest (Art. 13(1)(d)) where it has one.
    /// </summary>
    /// <param name="basis">The basis.</param>
    /// <returns>One or two sentences.</returns>
    public abstract string Explanation(LawfulBasis basis);

    /// <summary>What an exception for special categories is called: "uitdrukkelijke toestemming", "explicit consent".</summary>
    /// <param name="ground">The exception (Art. 9(2)).</param>
    public abstract string Name(SpecialCategoryGround ground);

    /// <summary>What a condition for special categories is called, and where it stands: "uitdrukkelijke toestemming (art. 9 lid 2 onder a AVG)".</summary>
    /// <param name="condition">The condition.</param>
    public string NameWithArticle(SpecialCategoryCondition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return $"{Name(condition.Ground)} ({Article(condition.Article)})";
    }

    /// <summary>Why special categories may be used all the same, told to the person, with the law where the exception rests on one.</summary>
    /// <param name="condition">The condition.</param>
    /// <returns>One sentence.</returns>
    public abstract string Explanation(SpecialCategoryCondition condition);

    /// <summary>What a channel of direct marketing is called: "e-mail".</summary>
    /// <param name="channel">The channel.</param>
    public abstract string Name(MarketingChannel channel);

    /// <summary>What it is called that data must be given or need not: "vrijwillig", "voluntary".</summary>
    /// <param name="requirement">The requirement.</param>
    public abstract string Name(ProvisionRequirement requirement);

    /// <summary>
    /// Whether the person must give the data, and what happens otherwise (Art. 13(2)(e)): the declared consequence, or the one that
    /// follows from the requirement.
    /// </summary>
    /// <param name="provision">The declaration.</param>
    /// <returns>Two sentences.</returns>
    public string Explanation(DataProvision provision)
    {
        ArgumentNullException.ThrowIfNull(provision);
        var consequence = provision.Consequence is { } declared ? AsSentence(Text(declared)) : Consequence(provision.Requirement);
        return $"{Explanation(provision.Requirement)} {consequence}";
    }

    /// <summary>Where data come from that the person did not give (Art. 14(2)(f)), and whether anybody can consult that source.</summary>
    /// <param name="source">The source.</param>
    /// <returns>One or two sentences.</returns>
    public abstract string Explanation(DataSource source);

    /// <summary>Whether the person must give the data.</summary>
    /// <param name="requirement">The requirement.</param>
    /// <returns>One sentence.</returns>
    protected abstract string Explanation(ProvisionRequirement requirement);

    /// <summary>What happens when the person does not give the data, where nothing was declared about it.</summary>
    /// <param name="requirement">The requirement.</param>
    /// <returns>One sentence.</returns>
    protected abstract string Consequence(ProvisionRequirement requirement);

    /// <summary>A law in parentheses, with the space before it.</summary>
    /// <param name="law">The law, or <see langword="null"/> for nothing.</param>
    protected static string InParentheses(Citation? law) => law is null ? "" : $" ({law.Text})";
}
