namespace GdprKit;

public abstract partial class RegisterWording
{
    /// <summary>What a right is called: "inzage", "access".</summary>
    /// <param name="right">The right.</param>
    public abstract string Name(DataSubjectRight right);

    /// <summary>What a right is called, and where it stands: "inzage (art. 15 AVG)".</summary>
    /// <param name="right">The right.</param>
    public string NameWithArticle(DataSubjectRight right) => $"{Name(right)} ({Article(DataSubjectRights.ArticleOf(right))})";

    /// <summary>What a right means for the person.</summary>
    /// <param name="right">The right.</param>
    /// <returns>One or two sentences.</returns>
    public abstract string Explanation(DataSubjectRight right);
}
