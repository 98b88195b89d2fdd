namespace GdprKit.Samples.Crm.Data;

/// <summary>The application cannot start on its database. The message says what is wrong and what to do.</summary>
public sealed class CrmDatabaseException(string message, Exception? innerException = null) : Exception(message, innerException);
