using GdprKit.Documents;

namespace GdprKit.Notices;

/// <summary>Every fault that a notice can have, each with its id, its words and its remedy in one place.</summary>
internal static class NoticeFaults
{
    public static NoticeFault Missing(NoticeRequirement requirement) => new(
        "GDPR4301",
        requirement.Item,
        $"The privacy notice lacks {requirement.Item.Mark()}, {requirement.Subject} ({requirement.Articles}).",
        $"It is declared at {requirement.DeclaredAt} and stands in the section '{NoticeWriter.SectionOf(requirement.Item)}'; the section that replaces it must say it and cover NoticeItem.{requirement.Item}.");

    public static NoticeFault DoesNotApply(NoticeRequirement requirement) => new(
        "GDPR4302",
        requirement.Item,
        $"The privacy notice tells of {requirement.Item.Mark()}, {requirement.Subject} ({requirement.Articles}), and the register declares nothing of the kind.",
        $"Declare it at {requirement.DeclaredAt}, or take NoticeItem.{requirement.Item} out of what the replaced section says and covers.");

    public static NoticeFault UnknownSection(NoticeReplacement replacement) => new(
        "GDPR4303",
        NoticeItem.Unspecified,
        $"The notice has no section '{replacement.Place}' to replace or to add to.",
        $"Name one of NoticeSections: {string.Join(", ", NoticeWriter.Ids.Select(id => $"'{id}'"))}.");

    public static NoticeFault AnotherId(SectionId section, SectionId written) => new(
        "GDPR4304",
        NoticeItem.Unspecified,
        $"The section that replaces '{section}' bears the id '{written}'.",
        $"Give it the id '{section}', because other sections and other sites link to it.");
}
