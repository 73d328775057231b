package dev.ouroboros.java.guard;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What of the platform a candidate may refer to, whatever its seed does: computing and collections. Internal names. */
final class Allowed {
    private static final Pattern LANG =
            Pattern.compile("java/lang/(Object|String|StringBuilder|StringBuffer|CharSequence"
                    + "|Comparable|Iterable|Math|StrictMath|Integer|Long|Short|Byte|Double|Float|Boolean|Character(\\$\\w+)?"
                    + "|Number|Runnable|Enum(\\$EnumDesc)?|Record|Override|AutoCloseable|Cloneable|Void|System|Class|Throwable"
                    + "|FunctionalInterface|SafeVarargs|SuppressWarnings|Deprecated|\\w+Exception|\\w+Error)");

    private static final Pattern UTIL = Pattern.compile(
            "java/util/(?!Timer|ServiceLoader|ResourceBundle|Properties|PropertyResource|Scanner|Formatter|Calendar"
                    + "|Date|TimeZone|SimpleTimeZone|Gregorian|Currency|Observ|Event|UUID|HexFormat\\$\\$)\\w+(\\$\\w+)*");

    private static final Pattern OTHERS = Pattern.compile("java/util/(function|stream|regex)/\\w+(\\$\\w+)*"
            + "|java/util/concurrent/atomic/\\w+|java/math/\\w+"
            + "|java/nio/(Byte|Char|Double|Float|Int|Long|Short)Buffer|java/nio/(Buffer|ByteOrder)"
            + "|java/nio/charset/(StandardCharsets|Charset)|java/io/(Serializable|IOException|UncheckedIOException)"
            + "|java/lang/invoke/(VarHandle|MethodHandles(\\$Lookup)?|LambdaMetafactory|StringConcatFactory)"
            + "|java/lang/runtime/(ObjectMethods|SwitchBootstraps)");

    /** Of these classes nothing but these members. */
    private static final Map<String, Set<String>> ONLY = Map.of(
            "java/lang/System", Set.of("arraycopy"),
            "java/lang/Class", Set.of("desiredAssertionStatus"),
            "java/lang/invoke/MethodHandles", Set.of("byteArrayViewVarHandle"),
            "java/lang/invoke/LambdaMetafactory", Set.of("metafactory", "altMetafactory"),
            "java/lang/invoke/StringConcatFactory", Set.of("makeConcatWithConstants", "makeConcat"),
            "java/lang/invoke/MethodHandles$Lookup", Set.of());

    /** Threads, what tells the time or the harness, and what is known to the whole process. */
    private static final Pattern NEVER = Pattern.compile("parallel\\w*|wait|notify|notifyAll|finalize|intern|getInteger"
            + "|getBoolean|getStackTrace|setStackTrace|printStackTrace|fillInStackTrace|allocateDirect"
            + "|setDefault|commonPool");

    private Allowed() {}

    /** Returns whether a class of the platform may be named. */
    static boolean type(String internal) {
        return LANG.matcher(internal).matches()
                || UTIL.matcher(internal).matches()
                || OTHERS.matcher(internal).matches();
    }

    /** Returns whether a member of such a class may be used. */
    static boolean member(String owner, String name, String descriptor) {
        if (owner.equals("java/lang/Long") && name.equals("getLong")) {
            return false;
        }
        Set<String> only = ONLY.get(owner);
        return only == null ? !NEVER.matcher(name).matches() : only.contains(name);
    }
}
