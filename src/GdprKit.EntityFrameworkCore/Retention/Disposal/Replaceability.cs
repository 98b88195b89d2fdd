using System.Collections;
using System.Text.RegularExpressions;
using GdprKit.Mapping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Why a column cannot take a value that takes the place of another, as far as the model says.</summary>
internal static class Replaceability
{
    private static readonly string[] Documents = ["json", "jsonb", "xml"];

    /// <summary>Whether a column can be compared with what takes the place of its value, so that a row tells whether it was replaced.</summary>
    public static bool IsRecognised(IProperty property, Replacement by) => WhyNotStored(property, by) is null;

    /// <summary>The end of a sentence that begins with the name of the property; <see langword="null"/> when it can.</summary>
    /// <param name="type">The entity.</param>
    /// <param name="description">The property as the store describes it.</param>
    /// <param name="replacement">What is to take the place of its value.</param>
    /// <param name="designed">The model with what the database checks; asked where nobody chose the value for just this property.</param>
    public static string? Why(IEntityType type, PropertyDescription description, FieldReplacement replacement, Func<IModel> designed)
    {
        if (!RowAccess.IsSingle(type, description.Path))
        {
            return "is part of a collection or a document";
        }

        var property = RowAccess.Property(type, description.Path);
        return property.IsKey() ? "is part of a key"
            : property.GetAfterSaveBehavior() is not PropertySaveBehavior.Save ? "is computed by the database or may not change"
            : replacement.By.WhyNotFor(description) ?? WhyNotStored(property, replacement.By) ?? (replacement.IsDeclared ? null : WhyChecked(type, property, designed));
    }

    private static string? WhyNotStored(IProperty property, Replacement by)
    {
        var mapping = property.GetRelationalTypeMapping();
        return Documents.Contains(mapping.StoreTypeNameBase) ? "is kept as a document"
            : by is Replacement.Constant { Value: DateTime time } && mapping.Converter is null && !HasKindOf(mapping.StoreType, time) ? $"is kept as {mapping.StoreType}, which takes no time that is {time.Kind}"
            : mapping.Converter is not { } converter ? null
            : by is Replacement.Constant constant ? WhyNotConverted(converter, constant)
            : "is converted, so that the database cannot make a text for it";
    }

    private static bool HasKindOf(string storeType, DateTime time) =>
        storeType == "timestamp with time zone" ? time.Kind is DateTimeKind.Utc : storeType != "timestamp without time zone" || time.Kind is not DateTimeKind.Utc;

    // Who encrypts a value anew each time never finds it again, and would replace it for ever.
    private static string? WhyNotConverted(ValueConverter converter, Replacement.Constant constant)
    {
#pragma warning disable CA1031 // A converter of the host says of a value that it does not know by whatever exception it has.
        try
        {
            var stored = converter.ConvertToProvider(constant.Value);
            return !StructuralComparisons.StructuralEqualityComparer.Equals(stored, converter.ConvertToProvider(constant.Value)) ? "is converted into something else each time, so that nobody would see that it was replaced"
                : !constant.Is(converter.ConvertFromProvider(stored)) ? $"is converted, and its converter does not give '{constant}' back"
                : null;
        }
        catch
        {
            return $"is converted, and its converter does not take '{constant}'";
        }
#pragma warning restore CA1031
    }

    private static string? WhyChecked(IEntityType type, IProperty property, Func<IModel> designed)
    {
        if (StoreObjectIdentifier.Create(type, StoreObjectType.Table) is not { } table || property.GetColumnName(table) is not { } column)
        {
            return null;
        }

        var names = new Regex($@"(?<!\w){Regex.Escape(column)}(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        return designed().FindEntityType(type.Name)?.GetCheckConstraints().FirstOrDefault(check => names.IsMatch(check.Sql)) is { } check
            ? $"is checked by the database ({check.Name}), which may not take what would be chosen for it. Say with ReplacedBy(…) in its map what the check lets pass"
            : null;
    }
}
