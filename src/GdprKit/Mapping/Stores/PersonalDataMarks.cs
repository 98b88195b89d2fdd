using System.Reflection;

namespace GdprKit.Mapping;

/// <summary>Finds the attributes by which a class already says that a property is personal data. For who writes a store.</summary>
/// <remarks>
/// Known are <c>[PersonalData]</c> of ASP.NET Core Identity and the classifications of Microsoft.Extensions.Compliance, with what
/// derives from them. They are known by name, so that no package of theirs is needed. Safe for use by several threads.
/// </remarks>
public static class PersonalDataMarks
{
    private const string Identity = "Microsoft.AspNetCore.Identity.PersonalDataAttribute";

    private const string Compliance = "Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute";

    // These two say that there is nothing to protect, or that nobody looked.
    private static readonly string[] WithoutMeaning =
    [
        "Microsoft.Extensions.Compliance.Classification.NoDataClassificationAttribute",
        "Microsoft.Extensions.Compliance.Classification.UnknownDataClassificationAttribute",
    ];

    /// <summary>The marks on a member, as somebody writes them: <c>[PersonalData]</c>; ordered.</summary>
    /// <param name="member">The property or field; <see langword="null"/> when there is none, as for a shadow property.</param>
    public static ValueList<string> On(MemberInfo? member) => member is null
        ? []
        : Attribute.GetCustomAttributes(member, inherit: true).Select(attribute => attribute.GetType()).Where(IsMark).Select(Written).Order(StringComparer.Ordinal).ToValueList();

    private static bool IsMark(Type attribute)
    {
        if (WithoutMeaning.Contains(attribute.FullName))
        {
            return false;
        }

        for (var type = attribute; type is not null; type = type.BaseType)
        {
            if (type.FullName is Identity or Compliance)
            {
                return true;
            }
        }

        return false;
    }

    private static string Written(Type attribute)
    {
        const string Suffix = nameof(Attribute);
        var name = attribute.Name;
        return $"[{(name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name)}]";
    }
}
